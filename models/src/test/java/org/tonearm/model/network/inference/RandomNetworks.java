package org.tonearm.model.network.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.network.Cell;
import org.tonearm.model.network.Convolutions;
import org.tonearm.model.network.Head;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.Optimisation;
import org.tonearm.model.network.RecurrentNetwork;
import org.tonearm.model.network.TrunkShape;

/** Networks after a few steps on noise, and noise to run them on. */
final class RandomNetworks {
  static final int FRAMES = 54;
  static final int INPUTS = 40;
  static final List<Head> HEADS =
      List.of(
          new Head("labels", 5, HeadKind.SOFTMAX, 1),
          new Head("rates", 3, HeadKind.SIGMOID, 1),
          new Head("affect", 2, HeadKind.IDENTITY_MSE, 1));

  private RandomNetworks() {}

  static TrunkShape trunk(boolean normalise) {
    return trunk(Cell.INDRNN, normalise);
  }

  static TrunkShape trunk(Cell cell, boolean normalise) {
    if (cell == Cell.GRU) {
      // Lengths and bands that halve with a rest, and two layers, the second on both ways.
      Convolutions convolutions = new Convolutions(4, INPUTS / 4, List.of(3, 4, 5));
      return new TrunkShape(cell, INPUTS, 2, 7, 0, FRAMES, normalise, Optional.of(convolutions));
    }
    return new TrunkShape(cell, INPUTS, 5, 48, 0, FRAMES, normalise);
  }

  static ComputationGraph trained(TrunkShape trunk, int seed) {
    ComputationGraph network =
        RecurrentNetwork.build(trunk, HEADS, Optimisation.adam(1e-3, 1e-2), seed);
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      boolean full = trunk.convolutions().isPresent(); // which hear nothing else
      List<float[][]> windows = full ? full(random, 8) : windows(random, 8);
      INDArray labels = Nd4j.zeros(8, 5);
      for (int k = 0; k < 8; k++) {
        labels.putScalar(k, random.nextInt(5), 1);
      }
      network.fit(
          new MultiDataSet(
              new INDArray[] {frames(windows)},
              new INDArray[] {labels, Nd4j.rand(8, 3), Nd4j.rand(8, 2)},
              new INDArray[] {mask(windows)},
              null));
    }
    return network;
  }

  /** All are full. */
  static List<float[][]> full(Random random, int count) {
    List<float[][]> windows = new ArrayList<>();
    while (windows.size() < count) {
      windows.add(windows(random, 1).get(0));
    }
    return windows;
  }

  /** The first is full, the others of 1 to {@link #FRAMES} frames. */
  static List<float[][]> windows(Random random, int count) {
    List<float[][]> windows = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      float[][] window = new float[w == 0 ? FRAMES : 1 + random.nextInt(FRAMES)][INPUTS];
      for (float[] frame : window) {
        for (int i = 0; i < INPUTS; i++) {
          frame[i] = (float) random.nextGaussian();
        }
      }
      windows.add(window);
    }
    return windows;
  }

  static INDArray frames(List<float[][]> windows) {
    INDArray frames = Nd4j.zeros(windows.size(), INPUTS, FRAMES);
    for (int w = 0; w < windows.size(); w++) {
      for (int t = 0; t < windows.get(w).length; t++) {
        for (int i = 0; i < INPUTS; i++) {
          frames.putScalar(w, i, t, windows.get(w)[t][i]);
        }
      }
    }
    return frames;
  }

  static INDArray mask(List<float[][]> windows) {
    INDArray mask = Nd4j.zeros(windows.size(), FRAMES);
    for (int w = 0; w < windows.size(); w++) {
      for (int t = 0; t < windows.get(w).length; t++) {
        mask.putScalar(w, t, 1);
      }
    }
    return mask;
  }
}
