package org.tonearm.tag.xiph;

import java.io.IOException;
import java.util.Arrays;

/** Walks over a file's Ogg pages, one after another, through a small window. For one thread. */
final class OggPages {
  private static final int WINDOW = 1 << 18;

  private final SourceFile file;
  private final byte[] window = new byte[WINDOW];
  private long windowFrom;
  private int windowLength;
  private long position;

  /** Begins at an offset. */
  OggPages(SourceFile file, long from) {
    this.file = file;
    this.position = from;
    this.windowFrom = from;
  }

  /** Offset behind the page that {@link #next} gave last. */
  long position() {
    return position;
  }

  /** The next page, or null if no whole page begins here; the position then stays. */
  OggPage next() throws IOException {
    if (!fill(OggPage.HEADER)) {
      return null;
    }
    int at = (int) (position - windowFrom);
    if (window[at] != 'O'
        || window[at + 1] != 'g'
        || window[at + 2] != 'g'
        || window[at + 3] != 'S'
        || window[at + 4] != 0) {
      return null;
    }
    int segments = window[at + OggPage.HEADER - 1] & 0xFF;
    if (!fill(OggPage.HEADER + segments)) {
      return null;
    }
    at = (int) (position - windowFrom);
    int length = OggPage.HEADER + segments;
    for (int i = 0; i < segments; i++) {
      length += window[at + OggPage.HEADER + i] & 0xFF;
    }
    if (!fill(length)) {
      return null;
    }
    at = (int) (position - windowFrom);
    position += length;
    return new OggPage(Arrays.copyOfRange(window, at, at + length));
  }

  /** Makes the window hold so many bytes from the position on, false if the file has fewer. */
  private boolean fill(int length) throws IOException {
    if (file.size() - position < length) {
      return false;
    }
    if (position + length > windowFrom + windowLength) {
      windowFrom = position;
      windowLength = (int) Math.min(window.length, file.size() - position);
      file.read(windowFrom, window, 0, windowLength);
    }
    return true;
  }
}
