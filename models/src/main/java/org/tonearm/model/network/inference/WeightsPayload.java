package org.tonearm.model.network.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The weights of a {@link WeightsFile} as bytes, in the order of its header's shapes. */
final class WeightsPayload {
  private WeightsPayload() {}

  /**
   * Writes all weights.
   *
   * @param header its shapes
   * @throws IllegalArgumentException if a weight can't be written, or there are too many
   */
  static byte[] bytes(WeightsHeader header, NetworkWeights weights) {
    int size = header.payload();
    if (size < 0) {
      throw new IllegalArgumentException("expected weights of at most a gibibyte");
    }
    ByteBuffer to = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < weights.layers().size(); i++) {
      put(to, header.layers().get(i).coding(), weights.layers().get(i));
    }
    for (NetworkWeights.Output head : weights.heads()) {
      MatrixCoding.HALF.put(to, head.weights(), head.outputs());
      putFloats(to, head.bias());
    }
    return to.array();
  }

  private static void put(ByteBuffer to, MatrixCoding coding, NetworkWeights.Layer layer) {
    coding.put(to, layer.weights(), layer.columns());
    if (layer instanceof NetworkWeights.Lstm lstm) {
      coding.put(to, lstm.recurrent(), lstm.columns());
      putFloats(to, lstm.bias());
    } else if (layer instanceof NetworkWeights.Recurrent recurrent) {
      putFloats(to, recurrent.recurrent());
      putFloats(to, recurrent.bias());
    } else if (layer instanceof GruWeights gru) {
      coding.put(to, gru.recurrent(), GruWeights.GATES * gru.width());
      putFloats(to, gru.bias());
    } else {
      putFloats(to, layer.bias());
    }
  }

  /**
   * Reads all weights.
   *
   * @param bytes as many as the header says
   * @throws IllegalArgumentException if the shapes don't fit together
   */
  static NetworkWeights read(WeightsHeader header, byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<NetworkWeights.Layer> layers = new ArrayList<>();
    for (WeightsHeader.LayerShape shape : header.layers()) {
      layers.add(layer(shape, from));
    }
    List<NetworkWeights.Output> heads = new ArrayList<>();
    for (WeightsHeader.HeadShape shape : header.heads()) {
      float[] weights = MatrixCoding.HALF.get(from, shape.inputs(), shape.outputs());
      float[] bias = floats(from, shape.outputs());
      heads.add(
          new NetworkWeights.Output(
              shape.name(), shape.kind(), shape.inputs(), shape.outputs(), weights, bias));
    }
    return new NetworkWeights(header.windowFrames(), layers, header.pooling(), heads);
  }

  private static NetworkWeights.Layer layer(WeightsHeader.LayerShape shape, ByteBuffer from) {
    int inputs = shape.inputs();
    int units = shape.units();
    return switch (shape.kind()) {
      case INDRNN -> {
        float[] weights = shape.coding().get(from, inputs, units);
        float[] recurrent = floats(from, units);
        yield new NetworkWeights.Recurrent(inputs, units, weights, recurrent, floats(from, units));
      }
      case LSTM -> {
        int columns = NetworkWeights.Lstm.GATES * units;
        float[] weights = shape.coding().get(from, inputs, columns);
        float[] recurrent = shape.coding().get(from, units, columns);
        yield new NetworkWeights.Lstm(inputs, units, weights, recurrent, floats(from, columns));
      }
      case GRU -> {
        int width = shape.width();
        int columns = GruWeights.GATES * width;
        float[] weights = shape.coding().get(from, inputs, GruWeights.WAYS * columns);
        float[] recurrent = shape.coding().get(from, units, columns);
        float[] bias = floats(from, GruWeights.WAYS * (columns + width));
        yield new GruWeights(inputs, width, weights, recurrent, bias);
      }
      case CONVOLUTION -> {
        int maps = shape.maps();
        int taps = ConvolutionWeights.SIDE * ConvolutionWeights.SIDE * shape.channels();
        float[] weights = shape.coding().get(from, taps, maps);
        yield new ConvolutionWeights(
            shape.steps(), shape.bands(), shape.channels(), maps, weights, floats(from, maps));
      }
    };
  }

  private static void putFloats(ByteBuffer to, float[] values) {
    for (float value : values) {
      to.putFloat(value);
    }
  }

  private static float[] floats(ByteBuffer from, int count) {
    float[] values = new float[count];
    from.asFloatBuffer().get(values);
    from.position(from.position() + Float.BYTES * count);
    return values;
  }
}
