package org.tonearm.model.feature;

/**
 * How a signal goes on before its first and after its last sample: by its mirror image, the samples
 * at the ends repeated, and where that is used up by the image's image. Stateless.
 */
public final class MirrorContinuation {
  private MirrorContinuation() {}

  /**
   * The sample that stands at a position.
   *
   * @param position any; negative before the signal
   * @param end samples of the signal, at least 1, or {@link Long#MAX_VALUE} while it is not known
   * @return 0 to end - 1
   */
  public static long position(long position, long end) {
    if (position >= 0 && position < end) {
      return position;
    }
    if (end == Long.MAX_VALUE) {
      return -1 - position;
    }
    long phase = Math.floorMod(position, 2 * end);
    return phase < end ? phase : 2 * end - 1 - phase;
  }
}
