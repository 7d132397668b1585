package org.tonearm.model.network.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SequenceToPictureTest {
  private static final LayerWorkspaceMgr NONE = LayerWorkspaceMgr.noWorkspaces();

  private final SequenceToPicture pictures = new SequenceToPicture(2, 3);

  @Test
  void stepsOfAFrameFollowEachOtherInTime() {
    INDArray frames = Nd4j.rand(DataType.FLOAT, 5, 6, 4);
    INDArray picture = pictures.preProcess(frames, 5, NONE);
    assertThat(picture.shape()).containsExactly(5, 1, 3, 8);
    for (int band = 0; band < 3; band++) {
      for (int time = 0; time < 8; time++) {
        assertThat(picture.getFloat(4, 0, band, time))
            .isEqualTo(frames.getFloat(4, time % 2 * 3 + band, time / 2));
      }
    }
    assertThat(pictures.backprop(picture, 5, NONE)).isEqualTo(frames);
    assertThat(pictures.getOutputType(InputType.recurrent(6, 4)))
        .isEqualTo(InputType.convolutional(3, 8, 1));
  }

  @Test
  void whatItCannotReadIsRefused() {
    assertThatThrownBy(() -> pictures.getOutputType(InputType.recurrent(7, 4)))
        .isInstanceOf(IllegalStateException.class);
    INDArray mask = Nd4j.ones(5, 4);
    assertThat(pictures.feedForwardMaskArray(mask, MaskState.Active, 5).getFirst()).isNull();
    mask.putScalar(4, 3, 0);
    assertThatThrownBy(() -> pictures.feedForwardMaskArray(mask, MaskState.Active, 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("full windows");
  }

  @Test
  void timeIsTurnedRound() {
    INDArray frames = Nd4j.rand(DataType.FLOAT, 2, 3, 5);
    ReversedTime reversed = new ReversedTime();
    INDArray turned = reversed.preProcess(frames, 2, NONE);
    for (int t = 0; t < 5; t++) {
      assertThat(turned.getFloat(1, 2, t)).isEqualTo(frames.getFloat(1, 2, 4 - t));
    }
    assertThat(reversed.backprop(turned, 2, NONE)).isEqualTo(frames);
  }
}
