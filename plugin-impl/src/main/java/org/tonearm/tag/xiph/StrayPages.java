package org.tonearm.tag.xiph;

import java.io.IOException;

/** Looks for pages of a stream behind bytes that are no page, where a walk over pages ends. */
final class StrayPages {
  private static final int WINDOW = 1 << 16;
  private static final int SEEN = 18;

  private StrayPages() {}

  /**
   * Where the next page of the stream stands; -1 if there is none before the end of the file, or
   * before another stream begins.
   *
   * @param from offset to begin at
   */
  static long next(SourceFile file, int serial, long from) throws IOException {
    byte[] window = new byte[WINDOW];
    for (long at = from; at < file.size(); at += WINDOW - SEEN) {
      int length = (int) Math.min(WINDOW, file.size() - at);
      file.read(at, window, 0, length);
      for (int i = 0; i + SEEN <= length; i++) {
        if (window[i] == 'O'
            && window[i + 1] == 'g'
            && window[i + 2] == 'g'
            && window[i + 3] == 'S'
            && window[i + 4] == 0) {
          if ((window[i + 5] & OggPage.FIRST) != 0) {
            return -1;
          }
          if (serial(window, i + 14) == serial) {
            return at + i;
          }
        }
      }
    }
    return -1;
  }

  private static int serial(byte[] page, int at) {
    return (page[at] & 0xFF)
        | (page[at + 1] & 0xFF) << 8
        | (page[at + 2] & 0xFF) << 16
        | (page[at + 3] & 0xFF) << 24;
  }
}
