package org.tonearm.model.network;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** The layers that answer a network's questions, with their losses. */
final class OutputLayers {
  private OutputLayers() {}

  /**
   * The layer of a head.
   *
   * @param dropout share of the embedding dropped while training, 0 to below 1
   */
  static OutputLayer of(Head head, double dropout) {
    OutputLayer.Builder layer =
        new OutputLayer.Builder(loss(head))
            .nOut(head.outputs())
            .weightInit(WeightInit.XAVIER)
            .activation(
                switch (head.kind()) {
                  case SOFTMAX -> Activation.SOFTMAX;
                  case SIGMOID -> Activation.SIGMOID;
                  case IDENTITY_MSE -> Activation.IDENTITY;
                });
    if (dropout > 0) {
      layer.dropOut(1 - dropout);
    }
    return layer.build();
  }

  private static ILossFunction loss(Head head) {
    float[] factors = new float[head.outputs()];
    for (int i = 0; i < factors.length; i++) {
      double factor = head.outputWeights().isEmpty() ? 1 : head.outputWeights().get(i);
      factors[i] = (float) (head.lossWeight() * factor);
    }
    INDArray weights = Nd4j.createFromArray(factors).reshape(1, factors.length);
    return switch (head.kind()) {
      case SOFTMAX -> new LossMCXENT(weights);
      case SIGMOID -> new LossBinaryXENT(weights);
      case IDENTITY_MSE -> new LossMSE(weights);
    };
  }
}
