package org.tonearm.tag.id3;

/**
 * Tells MPEG audio by a run of frame headers that agree with one another.
 *
 * <p>Source: ISO/IEC 11172-3, section 2.4.1.3, and 13818-3 for the lower sampling rates.
 */
final class MpegFrames {
  /** Frames in a row that prove MPEG audio. */
  static final int PROOF = 3;

  private static final int[][] KBITS = {
    {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
    {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
    {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
  };
  private static final int[] HERTZ = {44100, 48000, 32000};

  private MpegFrames() {}

  /** Where the first run of frames begins, or -1 if the bytes hold none. */
  static int find(byte[] b) {
    for (int at = 0; at + 4 <= b.length; at++) {
      if (b[at] == (byte) 0xFF && proves(b, at)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * True if {@link #PROOF} frames follow one another from an offset, or if at least one does and
   * the frames fill the bytes to their end.
   */
  static boolean proves(byte[] b, int at) {
    int next = at;
    int count = 0;
    while (count < PROOF) {
      int length = frameLength(b, next);
      if (length < 0 || (count > 0 && !sameStream(b, at, next))) {
        return false;
      }
      count++;
      next += length;
      if (next == b.length) {
        return true;
      }
    }
    return true;
  }

  /** Bytes of the frame whose header stands at an offset, or -1 if none does. */
  static int frameLength(byte[] b, int at) {
    if (at < 0 || at + 4 > b.length || b[at] != (byte) 0xFF || (b[at + 1] & 0xE0) != 0xE0) {
      return -1;
    }
    int version = (b[at + 1] >> 3) & 3;
    int layer = 4 - ((b[at + 1] >> 1) & 3);
    int bitrate = (b[at + 2] >> 4) & 15;
    int rate = (b[at + 2] >> 2) & 3;
    if (version == 1 || layer == 4 || bitrate == 0 || bitrate == 15 || rate == 3) {
      return -1;
    }
    boolean mpeg1 = version == 3;
    int row = mpeg1 ? layer - 1 : layer == 1 ? 3 : 4;
    int bits = KBITS[row][bitrate - 1] * 1000;
    int hertz = HERTZ[rate] >> (mpeg1 ? 0 : version == 2 ? 1 : 2);
    int pad = (b[at + 2] >> 1) & 1;
    if (layer == 1) {
      return (12 * bits / hertz + pad) * 4;
    }
    int slots = layer == 3 && !mpeg1 ? 72 : 144;
    return slots * bits / hertz + pad;
  }

  private static boolean sameStream(byte[] b, int one, int other) {
    return b[one + 1] == b[other + 1] && (b[one + 2] & 0x0C) == (b[other + 2] & 0x0C);
  }
}
