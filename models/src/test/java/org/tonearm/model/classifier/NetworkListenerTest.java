package org.tonearm.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.listening.MelPicture;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.inference.ConvolutionWeights;
import org.tonearm.model.network.inference.GruWeights;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

/** What a network of convolutions hears of stretches. */
class NetworkListenerTest {
  private static final int WINDOW = 8;

  private final Random random = new Random(4);

  @Test
  void hearsThePicturesOfListeningFrames() {
    Frames stretch = new Frames(WINDOW, ListeningLayout.DIMENSIONS, values(8 * 1309));
    try (NetworkListener listener = listener()) {
      assertThat(listener.logProbabilities(stretch))
          .containsExactly(listener.logProbabilities(MelPicture.of(stretch)));
      float[] quieter = stretch.values().clone();
      Arrays.fill(quieter, 0, ListeningLayout.SCATTERING, 9); // is no part of the picture
      assertThat(listener.logProbabilities(new Frames(WINDOW, 1309, quieter)))
          .containsExactly(listener.logProbabilities(stretch));
    }
  }

  @Test
  void aShortStretchIsHeardOverAndOver() {
    Frames three = new Frames(3, MelPicture.DIMENSIONS, values(3 * MelPicture.DIMENSIONS));
    try (NetworkListener listener = listener()) {
      assertThat(listener.logProbabilities(three))
          .containsExactly(listener.logProbabilities(three.repeated(WINDOW)));
      assertThat(listener.embedding(three)).hasSize(12);
    }
  }

  private NetworkListener listener() {
    float[] ones = new float[MelPicture.DIMENSIONS];
    Arrays.fill(ones, 1);
    NetworkWeights network =
        new NetworkWeights(
            WINDOW,
            List.of(
                new ConvolutionWeights(4, 40, 1, 2, values(18), values(2)),
                new GruWeights(40, 3, values(40 * 18), values(54), values(24))),
            List.of(
                new NetworkWeights.Output(
                    "genre", HeadKind.SOFTMAX, 12, 2, values(24), values(2))));
    return new NetworkListener(
        network, new Standardizer(new float[MelPicture.DIMENSIONS], ones), "genre");
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() / 2;
    }
    return values;
  }
}
