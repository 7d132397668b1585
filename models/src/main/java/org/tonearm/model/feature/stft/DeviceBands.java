package org.tonearm.model.feature.stft;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.tonearm.model.feature.batch.WindowTransform;
import org.tonearm.model.feature.nd4j.Arena;
import org.tonearm.model.feature.nd4j.Columns;
import org.tonearm.model.feature.nd4j.MatrixFourier;

/**
 * Bands of many windows at once with ND4J: window function, Fourier transform, magnitudes, and one
 * product with the bands' weights. Confined to one thread.
 */
final class DeviceBands implements WindowTransform {
  /** Arrays of a window's size that may be alive together. */
  private static final int ALIVE = 12;

  private final int samples;
  private final int bands;
  private final Measure measure;
  private final Arena tables = new Arena();
  private final MatrixFourier fourier;
  private final INDArray window;
  private final INDArray weights;

  /**
   * Puts the tables on the device.
   *
   * @param window factors of the samples
   * @param pooling bands within half the window's bins and one
   * @param measure what is pooled
   */
  DeviceBands(float[] window, BandPooling pooling, Measure measure) {
    samples = window.length;
    bands = pooling.bands().size();
    this.measure = measure;
    try {
      fourier = MatrixFourier.forwardReal(tables, samples);
      this.window = tables.of(window, samples, 1);
      float[] matrix = new float[bands * fourier.bins()];
      for (int b = 0; b < bands; b++) {
        BandPooling.Band band = pooling.bands().get(b);
        System.arraycopy(
            band.weights(), 0, matrix, b * fourier.bins() + band.firstBin(), band.weights().length);
      }
      weights = tables.of(matrix, bands, fourier.bins());
    } catch (RuntimeException | OutOfMemoryError e) {
      tables.close();
      throw Arena.explained(e);
    }
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public int frames() {
    return 1;
  }

  @Override
  public int dimensions() {
    return bands;
  }

  @Override
  public long bytesPerWindow() {
    return (long) ALIVE * samples * Float.BYTES;
  }

  @Override
  public float[][][] transform(List<float[]> windows, int width) {
    float[][][] frames = new float[windows.size()][1][bands];
    try (Arena scratch = new Arena()) {
      INDArray columns = Columns.of(scratch, windows, width);
      columns.muliColumnVector(window);
      INDArray power = Columns.squares(fourier.apply(scratch, columns));
      INDArray pooled =
          scratch.product(
              weights, measure == Measure.POWER ? power : Transforms.sqrt(power, false));
      float[] values = Columns.values(pooled);
      for (int n = 0; n < frames.length; n++) {
        for (int b = 0; b < bands; b++) {
          frames[n][0][b] = values[b * width + n];
        }
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      throw Arena.explained(e);
    }
    return frames;
  }

  @Override
  public void close() {
    tables.close();
  }
}
