package org.tonearm.model.feature.backend;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * JTransforms (Wendykier) on the processor, single precision. It runs on the caller's thread alone:
 * tracks are the unit of parallel work here, and a second level of threads would only fight them.
 */
public final class JTransformsBackend implements FourierBackend {

  /** Confines JTransforms, whose thread count is a setting of the whole process, to one thread. */
  public JTransformsBackend() {
    ConcurrencyUtils.setNumberOfThreads(1);
  }

  @Override
  public FourierTransform ofLength(int length) {
    if (length < 4 || Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException("length must be a power of two, at least 4: " + length);
    }
    return new Transform(length, new FloatFFT_1D(length));
  }

  /** For powers of two FloatFFT_1D only reads its tables, so threads may share it. */
  private record Transform(int length, FloatFFT_1D fft) implements FourierTransform {

    @Override
    public void forwardReal(float[] data) {
      fft.realForward(data);
      // JTransforms packs the real bin n/2 into the imaginary part of bin 0.
      data[length] = data[1];
      data[length + 1] = 0;
      data[1] = 0;
    }

    @Override
    public void inverseComplex(float[] data, int bins) {
      Arrays.fill(data, 2 * bins, 2 * length, 0);
      fft.complexInverse(data, false);
    }
  }
}
