package org.tonearm.model.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonearm.model.network.paper.BaiRcnn;

/** A record is found again by its recipe's text, which therefore is the same in every process. */
class RecipeTest {

  @Test
  void theRecipeOfARateThatFallsTellsItsStepsInOrder() {
    assertThat(NetworkWork.recipe(new BaiRcnn()))
        .isEqualTo(
            "PaperInput[feature=STFT_33, pieceFrames=166, pieceHop=166, shape=IMAGE]"
                + " Schedule[updater=Adam(learningRate=NaN,"
                + " learningRateSchedule=MapSchedule(scheduleType=ITERATION,"
                + " values={0=1.0E-4, 100000=1.0E-5}, allKeysSorted=[0, 100000]),"
                + " beta1=0.9, beta2=0.999, epsilon=1.0E-8),"
                + " batch=32, longestEpochs=50, rateFactor=1.0]"
                + " Threshold[least=1, of=2]");
  }
}
