package org.tonearm.model.network.convolution;

import java.nio.Buffer;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The layer that {@link MapNormalisation} configures. As in its parent, the running moments are
 * parameters, and their gradients are the steps that they are to take.
 */
public final class MapNormalisationLayer extends BatchNormalization {
  private static final long serialVersionUID = 1L;

  private transient double[] means;
  private transient double[] variances;

  /** Made by {@link MapNormalisation#instantiate}. */
  public MapNormalisationLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    if (input.rank() != 4 || input.size(1) != layerConf().getNOut()) {
      throw new IllegalStateException(
          "Layer " + layerId() + ": expected maps [batch, " + layerConf().getNOut() + ", h, w]");
    }
    INDArray result =
        workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, input.shape(), 'c');
    INDArray below = Lane.dense(input, dataType);
    Buffer from = Lane.memory(below);
    Buffer to = Lane.memory(result);
    double[] gamma = values(BatchNormalizationParamInitializer.GAMMA);
    double[] beta = values(BatchNormalizationParamInitializer.BETA);
    means = values(BatchNormalizationParamInitializer.GLOBAL_MEAN);
    variances = runningVariances();
    Lane[] maps = maps();
    double count = (double) maps.length * size();
    for (int c = 0; c < gamma.length; c++) {
      read(from, c, maps);
      if (training) {
        means[c] = Arrays.stream(maps).mapToDouble(Lane::sum).sum() / count;
        double mean = means[c];
        // Value times deviation sums up to deviation squared: deviations sum up to nothing.
        variances[c] = Arrays.stream(maps).mapToDouble(map -> map.product(map, mean)).sum() / count;
      }
      double factor = gamma[c] / Math.sqrt(variances[c] + layerConf().getEps());
      for (Lane map : maps) {
        map.scale(means[c], factor, beta[c]);
      }
      write(to, c, maps);
    }
    return result;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray result =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
    INDArray below = Lane.dense(input, dataType);
    INDArray above = Lane.dense(epsilon, dataType);
    Buffer values = Lane.memory(below);
    Buffer from = Lane.memory(above);
    Buffer to = Lane.memory(result);
    double[] gamma = values(BatchNormalizationParamInitializer.GAMMA);
    INDArray onGamma = gradientViews.get(BatchNormalizationParamInitializer.GAMMA);
    INDArray onBeta = gradientViews.get(BatchNormalizationParamInitializer.BETA);
    Lane[] maps = maps();
    Lane[] gradients = maps();
    double count = (double) maps.length * size();
    for (int c = 0; c < gamma.length; c++) {
      read(values, c, maps);
      read(from, c, gradients);
      double deviation = Math.sqrt(variances[c] + layerConf().getEps());
      double sum = 0;
      double product = 0;
      for (int n = 0; n < maps.length; n++) {
        sum += gradients[n].sum();
        product += gradients[n].product(maps[n], means[c]);
      }
      double factor = gamma[c] / deviation;
      double slope = product / (count * deviation * deviation);
      for (int n = 0; n < maps.length; n++) {
        gradients[n].take(maps[n], means[c], slope);
        gradients[n].scale(sum / count, factor, 0);
      }
      write(to, c, gradients);
      onGamma.putScalar(c, product / deviation);
      onBeta.putScalar(c, sum);
    }
    moveMoments();
    Gradient gradient = new DefaultGradient();
    gradientViews.forEach(gradient::setGradientFor);
    return new Pair<>(gradient, result);
  }

  /** The steps of the running moments, which are subtracted. */
  private void moveMoments() {
    double share = 1 - layerConf().getDecay();
    double[] running = values(BatchNormalizationParamInitializer.GLOBAL_MEAN);
    double[] spread = runningVariances();
    INDArray onMean = gradientViews.get(BatchNormalizationParamInitializer.GLOBAL_MEAN);
    INDArray onSpread = gradientViews.get(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
    for (int c = 0; c < running.length; c++) {
      onMean.putScalar(c, share * (running[c] - means[c]));
      double next = (1 - share) * spread[c] + share * variances[c];
      onSpread.putScalar(c, Math.log10(spread[c] / next) / 2);
    }
  }

  private double[] runningVariances() {
    double[] variances = values(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
    for (int c = 0; c < variances.length; c++) {
      variances[c] = Math.pow(10, 2 * variances[c]);
    }
    return variances;
  }

  private double[] values(String parameter) {
    return getParam(parameter).dup('c').toDoubleVector();
  }

  private int size() {
    return Math.toIntExact(input.size(2) * input.size(3));
  }

  private Lane[] maps() {
    Lane[] maps = new Lane[Math.toIntExact(input.size(0))];
    for (int n = 0; n < maps.length; n++) {
      maps[n] = Lane.of(dataType, size());
    }
    return maps;
  }

  /** One channel of all pictures. */
  private void read(Buffer from, int channel, Lane[] maps) {
    for (int n = 0; n < maps.length; n++) {
      maps[n].read(from, place(n, channel), 0, size());
    }
  }

  private void write(Buffer to, int channel, Lane[] maps) {
    for (int n = 0; n < maps.length; n++) {
      maps[n].write(to, place(n, channel), 0, size());
    }
  }

  private int place(int picture, int channel) {
    return (picture * Math.toIntExact(input.size(1)) + channel) * size();
  }
}
