package org.tonearm.tag.id3;

/** The versions of ID3v2, and how their frame headers differ. */
enum Id3Version {
  /** Three-letter frames without flags. */
  V2_2(2, 3, 6),
  /** The version that most DJ players want. */
  V2_3(3, 4, 10),
  /** The newest: real multi-values and UTF-8. */
  V2_4(4, 4, 10);

  private final int minor;
  private final int idLength;
  private final int headerLength;

  Id3Version(int minor, int idLength, int headerLength) {
    this.minor = minor;
    this.idLength = idLength;
    this.headerLength = headerLength;
  }

  /** The version with this minor number: 2, 3 or 4. */
  static Id3Version of(int minor) throws StructureException {
    for (Id3Version version : values()) {
      if (version.minor == minor) {
        return version;
      }
    }
    throw StructureException.unsupported(
        "ID3v2." + minor + " is not a known version of ID3",
        "Convert the tag to ID3v2.3 or ID3v2.4 with another tag editor.");
  }

  /** The 3 of ID3v2.3. */
  int minor() {
    return minor;
  }

  /** Letters of a frame's name. */
  int idLength() {
    return idLength;
  }

  /** Bytes of a frame's header. */
  int headerLength() {
    return headerLength;
  }

  /** The frame that holds the genre. */
  String genreId() {
    return this == V2_2 ? "TCO" : "TCON";
  }

  /** The frame that holds a text with a description of its own. */
  String userTextId() {
    return this == V2_2 ? "TXX" : "TXXX";
  }

  /** The frame that holds a comment. */
  String commentId() {
    return this == V2_2 ? "COM" : "COMM";
  }

  /** The version as users know it. */
  String title() {
    return "ID3v2." + minor;
  }
}
