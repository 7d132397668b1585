package org.tonearm.model.network.paper;

import java.util.function.IntFunction;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * What Song et al. and Wu et al. share: recurrent layers on each other, then a softmax on the mean
 * over time of the last one's states. The papers say nothing of how frames become an answer; the
 * mean is ours.
 *
 * @param layers how many
 * @param retain share of values kept by the dropout after each layer, the last one included
 * @param weightInit of input weights
 */
record SequenceStack(int layers, double retain, WeightInit weightInit) {
  static final String INPUT = "frames";
  static final String OUTPUT = "label";

  /** Name of a recurrent layer, counted from 0. */
  static String layer(int index) {
    return "recurrent" + index;
  }

  /**
   * Builds a network [batch, inputs, time] to [batch, classes].
   *
   * @param recurrent makes the layer of an index, with {@link #retainBefore} as the dropout on its
   *     inputs
   */
  ComputationGraph build(
      IntFunction<Layer> recurrent,
      int inputs,
      int classes,
      IUpdater updater,
      DataType type,
      long seed) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(type)
            .updater(updater)
            .weightInit(weightInit)
            .graphBuilder()
            .addInputs(INPUT);
    String below = INPUT;
    for (int i = 0; i < layers; i++) {
      graph.addLayer(layer(i), recurrent.apply(i), below);
      below = layer(i);
    }
    ComputationGraph network =
        new ComputationGraph(
            graph
                .addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), below)
                .addLayer(
                    OUTPUT,
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .weightInit(WeightInit.XAVIER)
                        .activation(Activation.SOFTMAX)
                        .dropOut(retain)
                        .build(),
                    "mean")
                .setOutputs(OUTPUT)
                .setInputTypes(InputType.recurrent(inputs))
                .build());
    network.init();
    return network;
  }

  /**
   * The dropout on a layer's inputs: as {@link #retain}, but nothing of the features is dropped.
   */
  double retainBefore(int index) {
    return index == 0 ? 1 : retain;
  }
}
