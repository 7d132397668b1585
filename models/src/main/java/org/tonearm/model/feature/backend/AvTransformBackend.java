package org.tonearm.model.feature.backend;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/**
 * The transforms of FFmpeg's libavutil on the processor, single precision, with the vector
 * instructions it has: several times as fast as {@link JTransformsBackend}, where the library is at
 * hand.
 */
public final class AvTransformBackend implements FourierBackend {

  /**
   * Loads libavutil.
   *
   * @throws LinkageError if this machine has no natives of it
   */
  public AvTransformBackend() {
    Loader.load(avutil.class);
  }

  @Override
  public FourierTransform ofLength(int length) {
    if (length < 4 || Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException("length must be a power of two, at least 4: " + length);
    }
    return new AvTransform(length);
  }
}
