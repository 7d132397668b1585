package org.tonearm.api.audio;

import org.tonearm.api.Stability;

/**
 * Which parts of a track are decoded.
 *
 * @param count 0 for the whole track, else the number of windows of {@link #SECONDS} seconds spread
 *     evenly over it and reached by seeking. A track too short to hold them is decoded whole.
 */
@Stability(Stability.Level.STABLE)
public record Excerpts(int count) {
  /** The whole track. */
  public static final Excerpts WHOLE = new Excerpts(0);

  /** Length of one excerpt in seconds. */
  public static final int SECONDS = 30;

  /** Checks the range. */
  public Excerpts {
    if (count < 0 || count > 100) {
      throw new IllegalArgumentException("excerpts must be 0 (whole) to 100, not " + count);
    }
  }

  /** True for {@link #WHOLE}. */
  public boolean whole() {
    return count == 0;
  }
}
