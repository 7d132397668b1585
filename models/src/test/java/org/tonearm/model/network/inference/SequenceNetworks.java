package org.tonearm.model.network.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.network.paper.PaperNetworks;

/** The papers' networks with weights moved at random, biases among them, and noise for them. */
final class SequenceNetworks {
  static final int INPUTS = 24;
  static final int CLASSES = 5;
  static final int FRAMES = 54;

  private SequenceNetworks() {}

  static ComputationGraph graph(String id, long seed) {
    ComputationGraph graph = PaperNetworks.byId(id).orElseThrow().build(INPUTS, CLASSES, seed);
    Nd4j.getRandom().setSeed(seed);
    graph.params().addi(Nd4j.randn(graph.params().shape()).muli(0.02));
    return graph;
  }

  static NetworkWeights weights(String id, long seed) {
    return SequenceExtraction.extract(graph(id, seed), FRAMES, "genre");
  }

  /** Windows of a length. */
  static List<float[][]> windows(Random random, int count, int frames) {
    List<float[][]> windows = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      float[][] window = new float[frames][INPUTS];
      for (float[] frame : window) {
        for (int i = 0; i < INPUTS; i++) {
          frame[i] = (float) random.nextGaussian();
        }
      }
      windows.add(window);
    }
    return windows;
  }

  /** [windows, inputs, frames] of windows of one length. */
  static INDArray array(List<float[][]> windows) {
    int frames = windows.get(0).length;
    INDArray array = Nd4j.zeros(windows.size(), INPUTS, frames);
    for (int w = 0; w < windows.size(); w++) {
      for (int t = 0; t < frames; t++) {
        for (int i = 0; i < INPUTS; i++) {
          array.putScalar(w, i, t, windows.get(w)[t][i]);
        }
      }
    }
    return array;
  }
}
