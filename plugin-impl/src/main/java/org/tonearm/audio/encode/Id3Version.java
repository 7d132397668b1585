package org.tonearm.audio.encode;

/** What tag an MP3 file gets. */
public enum Id3Version {
  /** No tag, whatever tags are asked for. */
  NONE(0),
  /** ID3v2.3, which most DJ players want. */
  V23(3),
  /** ID3v2.4. */
  V24(4);

  private final int version;

  Id3Version(int version) {
    this.version = version;
  }

  int version() {
    return version;
  }
}
