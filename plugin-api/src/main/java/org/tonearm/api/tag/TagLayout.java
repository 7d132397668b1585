package org.tonearm.api.tag;

import java.util.Arrays;
import org.tonearm.api.Stability;

/**
 * How a file's tags are laid out beside what they say: padding, page breaks, whether there is a tag
 * at all. With it an edit that takes another back can end in the very bytes that were there before.
 *
 * @param bytes the codec's own, usually well below 1 KB; empty if nothing is known. Treat as
 *     immutable.
 */
@Stability(Stability.Level.EXPERIMENTAL)
@SuppressWarnings("ArrayRecordComponent") // equality is defined below
public record TagLayout(byte[] bytes) {
  /** Nothing known. */
  public static final TagLayout UNKNOWN = new TagLayout(new byte[0]);

  /** True if it says anything. */
  public boolean known() {
    return bytes.length > 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TagLayout that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
