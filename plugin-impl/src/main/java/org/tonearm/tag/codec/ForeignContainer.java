package org.tonearm.tag.codec;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Containers that Tonearm knows by sight and has no tag codec for, so that it can say so. */
enum ForeignContainer {
  /** Advanced Systems Format: the GUID of its header object. */
  WMA("a WMA or other ASF file", Extent.LISTENS, "3026b2758e66cf11"),
  WAVPACK("a WavPack file", Extent.LISTENS, "7776706b"),
  MONKEYS_AUDIO("a Monkey's Audio file", Extent.DEAF, "4d414320"),
  MUSEPACK_7("a Musepack file", Extent.DEAF, "4d502b"),
  MUSEPACK_8("a Musepack file", Extent.DEAF, "4d50434b"),
  DSF("a DSD stream file", Extent.DEAF, "44534420"),
  TRUE_AUDIO("a True Audio file", Extent.DEAF, "54544131"),
  MATROSKA("a Matroska or WebM file", Extent.DEAF, "1a45dfa3");

  /** Whether {@code tonearm analyze} takes such files. */
  private enum Extent {
    LISTENS,
    DEAF
  }

  private final String title;
  private final Extent extent;
  private final String magic;

  /** The file's first bytes in hex. */
  ForeignContainer(String title, Extent extent, String magic) {
    this.title = title;
    this.extent = extent;
    this.magic = magic;
  }

  static Optional<ForeignContainer> of(byte[] head) {
    return Arrays.stream(values()).filter(container -> container.begins(head)).findFirst();
  }

  String title() {
    return title;
  }

  String remedy() {
    return extent == Extent.LISTENS
        ? "'tonearm analyze' tells its genre and mood without writing; to have it tagged, convert"
            + " it to flac, mp3 or m4a."
        : "Convert it to flac, mp3 or m4a to have it tagged.";
  }

  private boolean begins(byte[] head) {
    int length = Math.min(head.length, magic.length() / 2);
    return HexFormat.of().formatHex(head, 0, length).equals(magic);
  }
}
