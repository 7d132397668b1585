package org.tonearm.tag.xiph;

import java.util.Arrays;
import java.util.Optional;

/**
 * What follows the last comment of an Ogg comment packet, split into bytes to keep and padding.
 * Only zeros count as padding: RFC 7845, section 5.2, lets an editor drop more, but nothing is
 * dropped here that might mean something to somebody.
 */
final class CommentTail {
  private final byte[] steady;
  private final int padding;
  private final boolean paddable;

  /**
   * Splits.
   *
   * @param tail all bytes behind the last comment
   */
  CommentTail(byte[] tail, OggKind kind) {
    int from = Math.min(kind.framing(), tail.length);
    boolean zeros = true;
    for (int i = from; i < tail.length; i++) {
      zeros &= tail[i] == 0;
    }
    this.steady = zeros ? Arrays.copyOf(tail, from) : tail;
    this.paddable = zeros;
    this.padding = tail.length - steady.length;
  }

  /** The bytes to keep, not copied. */
  byte[] steady() {
    return steady;
  }

  /**
   * The tail with that much padding.
   *
   * @return empty if there can be no such padding: less than none, or behind an Opus writer's own
   *     data, which it would lengthen
   */
  Optional<byte[]> padded(long zeros) {
    boolean possible = zeros == 0 || (zeros > 0 && paddable && zeros <= Integer.MAX_VALUE / 2);
    return possible
        ? Optional.of(Arrays.copyOf(steady, steady.length + (int) zeros))
        : Optional.empty();
  }

  /**
   * The tail with more padding, or less.
   *
   * <p>Padding is never used up to the last byte, and none is made where there was none: an edit
   * taken back then ends in the very bytes it began with.
   *
   * @param bytes what the comments leave, negative if they need more
   */
  byte[] grownBy(long bytes) {
    long grown = padding + bytes;
    boolean takes = padding > 0 && grown > 0 && grown <= Integer.MAX_VALUE / 2;
    return Arrays.copyOf(steady, steady.length + (takes ? (int) grown : padding));
  }
}
