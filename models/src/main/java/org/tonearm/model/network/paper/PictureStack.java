package org.tonearm.model.network.paper;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tonearm.model.network.convolution.Convolution;
import org.tonearm.model.network.convolution.MaxPooling;

/**
 * Puts the layers of Bai and Wang's convolutional networks on each other, from a picture [batch, 1,
 * dimensions, frames] to a softmax [batch, classes]. For one network each; not thread-safe.
 */
final class PictureStack {
  private final GraphBuilder graph;
  private String below = "picture";
  private int layers;

  PictureStack(int dimensions, int frames, IUpdater updater, DataType type, long seed) {
    graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(type)
            .updater(updater)
            .weightInit(WeightInit.RELU)
            .graphBuilder()
            .addInputs(below)
            .setInputTypes(InputType.convolutional(dimensions, frames, 1));
  }

  /** A convolution that keeps the size of its maps, with ReLU. */
  PictureStack convolution(int side, int maps) {
    return add(new Convolution.Builder(side).nOut(maps).activation(Activation.RELU).build());
  }

  /** Maxima of 2 x 2, rounded up at the borders. */
  PictureStack pool() {
    return add(new MaxPooling(2, 2));
  }

  /** A fully connected layer with ReLU. */
  PictureStack dense(int units) {
    return add(new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build());
  }

  /** Any layer. */
  PictureStack add(Layer layer) {
    String name = "layer" + layers++;
    graph.addLayer(name, layer, below);
    below = name;
    return this;
  }

  /**
   * Adds the softmax and makes the network.
   *
   * @param dropped share of the softmax's inputs dropped while training, 0 to below 1
   */
  ComputationGraph classes(int classes, double dropped) {
    OutputLayer.Builder label =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nOut(classes)
            .weightInit(WeightInit.XAVIER)
            .activation(Activation.SOFTMAX);
    if (dropped > 0) {
      label.dropOut(1 - dropped);
    }
    ComputationGraph network =
        new ComputationGraph(
            graph.addLayer("label", label.build(), below).setOutputs("label").build());
    network.init();
    return network;
  }
}
