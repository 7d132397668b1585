package org.tonearm.model.network.inference;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/**
 * Measures what rounded weights do to log-probabilities: the largest difference over networks with
 * weights at random, for matrices of 8 bits and of 16. Not a test: run {@code main}.
 */
final class Rounding {
  private Rounding() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("network, factor of the softmax's weights: 8 bits, binary16, spread");
    for (String id : List.of("song-lstm", "wu-indrnn")) {
      for (float gain : new float[] {1, 10}) {
        double[] worst = new double[3];
        for (int seed = 0; seed < 5; seed++) {
          NetworkWeights weights = louder(SequenceNetworks.weights(id, seed), gain);
          List<float[][]> windows = SequenceNetworks.windows(new Random(seed), 16, 54);
          worst[0] =
              Math.max(worst[0], difference(weights, coded(weights, MatrixCoding.BYTE), windows));
          worst[1] =
              Math.max(worst[1], difference(weights, coded(weights, MatrixCoding.HALF), windows));
          worst[2] = Math.max(worst[2], spread(weights, windows));
        }
        System.out.printf("%s, %.0f: %.2g, %.2g, %.2g%n", id, gain, worst[0], worst[1], worst[2]);
      }
    }
    NetworkWeights song = SequenceNetworks.weights("song-lstm", 9);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    WeightsFile.write(song, file);
    WeightsFile.read(new ByteArrayInputStream(file.toByteArray()), "file");
    List<float[][]> windows = SequenceNetworks.windows(new Random(1), 24, 54);
    try (DirectForward direct = new DirectForward(song)) {
      for (int count : new int[] {8, 1, 3, 8, 24}) {
        long begun = System.nanoTime();
        direct.forward(windows.subList(0, count));
        double millis = (System.nanoTime() - begun) / 1e6 / count;
        System.out.printf("song-lstm, %d windows: %.0f ms a window%n", count, millis);
      }
    }
  }

  private static NetworkWeights louder(NetworkWeights network, float gain) {
    NetworkWeights.Output head = network.heads().get(0);
    float[] weights = head.weights().clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= gain;
    }
    return new NetworkWeights(
        network.windowFrames(),
        network.layers(),
        network.pooling(),
        List.of(
            new NetworkWeights.Output(
                head.name(), head.kind(), head.inputs(), head.outputs(), weights, head.bias())));
  }

  private static NetworkWeights coded(NetworkWeights network, MatrixCoding coding) {
    return new NetworkWeights(
        network.windowFrames(),
        network.layers().stream().map(layer -> coded(layer, coding)).toList(),
        network.pooling(),
        network.heads());
  }

  private static NetworkWeights.Layer coded(NetworkWeights.Layer layer, MatrixCoding coding) {
    float[] weights = coded(layer.weights(), layer.columns(), coding);
    if (layer instanceof NetworkWeights.Lstm lstm) {
      float[] recurrent = coded(lstm.recurrent(), lstm.columns(), coding);
      return new NetworkWeights.Lstm(lstm.inputs(), lstm.units(), weights, recurrent, lstm.bias());
    }
    NetworkWeights.Recurrent plain = (NetworkWeights.Recurrent) layer;
    return new NetworkWeights.Recurrent(
        plain.inputs(), plain.units(), weights, plain.recurrent(), plain.bias());
  }

  private static float[] coded(float[] values, int columns, MatrixCoding coding) {
    int rows = values.length / columns;
    ByteBuffer bytes = ByteBuffer.allocate((int) coding.bytes(rows, columns));
    coding.put(bytes, values, columns);
    bytes.flip();
    return coding.get(bytes, rows, columns);
  }

  /** Largest difference of log-probabilities. */
  static double difference(NetworkWeights one, NetworkWeights other, List<float[][]> windows) {
    double largest = 0;
    try (DirectForward first = new DirectForward(one);
        DirectForward second = new DirectForward(other)) {
      List<NetworkOutput> expected = first.forward(windows);
      List<NetworkOutput> actual = second.forward(windows);
      for (int w = 0; w < windows.size(); w++) {
        double[] p = logs(one, expected.get(w));
        double[] q = logs(other, actual.get(w));
        for (int c = 0; c < p.length; c++) {
          largest = Math.max(largest, Math.abs(p[c] - q[c]));
        }
      }
    }
    return largest;
  }

  private static double spread(NetworkWeights network, List<float[][]> windows) {
    double largest = 0;
    try (DirectForward forward = new DirectForward(network)) {
      for (NetworkOutput output : forward.forward(windows)) {
        double[] p = logs(network, output);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double log : p) {
          low = Math.min(low, log);
          high = Math.max(high, log);
        }
        largest = Math.max(largest, high - low);
      }
    }
    return largest;
  }

  private static double[] logs(NetworkWeights network, NetworkOutput output) {
    return network.heads().get(0).kind().logProbabilities(output.logits().get(0));
  }
}
