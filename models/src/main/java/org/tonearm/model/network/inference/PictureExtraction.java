package org.tonearm.model.network.inference;

import static org.tonearm.model.network.gated.GatedParameters.RECURRENT_KEY;
import static org.tonearm.model.network.gru.GruParameters.RECURRENT_BIAS_KEY;
import static org.tonearm.model.network.inference.WeightExtraction.narrow;
import static org.tonearm.model.network.inference.WeightExtraction.values;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.tonearm.model.network.Convolutions;
import org.tonearm.model.network.PictureLayers;
import org.tonearm.model.network.TrunkShape;

/**
 * Takes the weights of convolutions and of the GRU layers on them out of a trained graph. A graph's
 * convolutions hold their values map by map; here the maps of a band lie together.
 */
final class PictureExtraction {
  private PictureExtraction() {}

  /** The convolutions, with their normalisation folded in. */
  static List<NetworkWeights.Layer> convolutions(ComputationGraph graph, Convolutions shape) {
    List<NetworkWeights.Layer> layers = new ArrayList<>();
    int bands = shape.bands();
    int channels = 1;
    for (int i = 0; i < shape.maps().size(); i++) {
      int steps = i == 0 ? shape.steps() : 1;
      layers.add(convolution(graph, i, steps, bands, channels, shape.maps().get(i)));
      bands = ConvolutionWeights.halved(bands);
      channels = shape.maps().get(i);
    }
    return layers;
  }

  private static ConvolutionWeights convolution(
      ComputationGraph graph, int block, int steps, int bands, int channels, int maps) {
    Layer layer = graph.getLayer(PictureLayers.convolution(block));
    Layer norm = graph.getLayer(PictureLayers.norm(block));
    double[] gain = values(norm, BatchNormalizationParamInitializer.GAMMA);
    double[] shift = values(norm, BatchNormalizationParamInitializer.BETA);
    double[] mean = values(norm, BatchNormalizationParamInitializer.GLOBAL_MEAN);
    double[] variance = WeightExtraction.variance(norm);
    double floor = ((BatchNormalization) norm.conf().getLayer()).getEps();
    double[] kernels = values(layer, DefaultParamInitializer.WEIGHT_KEY);
    double[] biases = values(layer, DefaultParamInitializer.BIAS_KEY);
    int side = ConvolutionWeights.SIDE;
    double[] weights = new double[kernels.length];
    double[] bias = new double[maps];
    for (int map = 0; map < maps; map++) {
      double scale = gain[map] / Math.sqrt(variance[map] + floor);
      bias[map] = (biases[map] - mean[map]) * scale + shift[map];
      for (int channel = 0; channel < channels; channel++) {
        for (int band = 0; band < side; band++) {
          for (int time = 0; time < side; time++) {
            int from = ((map * channels + channel) * side + band) * side + time;
            int to = ((time * side + band) * channels + channel) * maps + map;
            weights[to] = kernels[from] * scale;
          }
        }
      }
    }
    return new ConvolutionWeights(steps, bands, channels, maps, narrow(weights), narrow(bias));
  }

  /** A GRU layer of both directions. */
  static GruWeights bothWays(ComputationGraph graph, TrunkShape trunk, int index) {
    int width = trunk.width();
    List<Layer> ways =
        List.of(
            graph.getLayer(PictureLayers.forward(index)),
            graph.getLayer(PictureLayers.backward(index)));
    Convolutions below = trunk.convolutions().orElseThrow();
    int inputs = index == 0 ? below.outputs() : 2 * width;
    int columns = GruWeights.GATES * width;
    float[] weights = new float[inputs * 2 * columns];
    float[] recurrent = new float[2 * width * columns];
    float[] bias = new float[2 * (columns + width)];
    for (int way = 0; way < 2; way++) {
      float[] onInput = narrow(values(ways.get(way), DefaultParamInitializer.WEIGHT_KEY));
      for (int input = 0; input < inputs; input++) {
        int from = index == 0 ? mapByMap(input, below) : input;
        System.arraycopy(onInput, from * columns, weights, (2 * input + way) * columns, columns);
      }
      float[] onState = narrow(values(ways.get(way), RECURRENT_KEY));
      System.arraycopy(onState, 0, recurrent, way * onState.length, onState.length);
      float[] added = narrow(values(ways.get(way), DefaultParamInitializer.BIAS_KEY));
      System.arraycopy(added, 0, bias, way * columns, columns);
      float[] further = narrow(values(ways.get(way), RECURRENT_BIAS_KEY));
      System.arraycopy(further, 0, bias, 2 * columns + way * width, width);
    }
    return new GruWeights(inputs, width, weights, recurrent, bias);
  }

  /** Where a graph has a value that here stands at a place: band by band, of each its maps. */
  private static int mapByMap(int place, Convolutions shape) {
    int band = place / shape.channels();
    int map = place % shape.channels();
    return map * shape.height() + band;
  }
}
