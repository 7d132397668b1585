package org.tonearm.model.feature.backend;

import org.bytedeco.ffmpeg.global.avutil;

/** Transforms of one length by libavutil, in both directions. */
final class AvTransform implements FourierTransform {
  private final int length;
  private final ContextPool forward;
  private final ContextPool inverse;

  AvTransform(int length) {
    this.length = length;
    forward = new ContextPool(() -> new AvContext(avutil.AV_TX_FLOAT_RDFT, 0, length));
    inverse = new ContextPool(() -> new AvContext(avutil.AV_TX_FLOAT_FFT, 1, length));
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void forwardReal(float[] data) {
    forward.run(data, length, length + 2);
  }

  @Override
  public void inverseComplex(float[] data, int bins) {
    inverse.run(data, 2 * bins, 2 * length);
  }
}
