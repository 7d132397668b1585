package org.tonearm.tag.xiph;

import java.nio.charset.StandardCharsets;

/** The codecs whose comments are rewritten, told by the first packet. */
enum OggKind {
  /** Vorbis I specification, section 4.2: identification, comment and setup header. */
  VORBIS("Ogg Vorbis", "\1vorbis", "\3vorbis", "\5vorbis", 30, 1),
  /** RFC 7845, section 5: identification and comment header. */
  OPUS("Ogg Opus", "OpusHead", "OpusTags", null, 19, 0);

  private final String title;
  private final String first;
  private final String comment;
  private final String setup;
  private final int shortest;
  private final int framing;

  OggKind(String title, String first, String comment, String setup, int shortest, int framing) {
    this.title = title;
    this.first = first;
    this.comment = comment;
    this.setup = setup;
    this.shortest = shortest;
    this.framing = framing;
  }

  /** Tells the kind by an identification packet. */
  static OggKind of(byte[] packet) throws StructureException {
    for (OggKind kind : values()) {
      if (startsWith(packet, kind.first)) {
        if (packet.length < kind.shortest) {
          throw StructureException.malformed(
              "the " + kind.title + " identification header is too short.");
        }
        return kind;
      }
    }
    throw StructureException.unknownCodec(
        "this Ogg file's first stream is neither Vorbis nor Opus.");
  }

  /** Name in words. */
  String title() {
    return title;
  }

  /** Header packets behind the first. */
  int furtherHeaders() {
    return setup == null ? 1 : 2;
  }

  /** The comment packet's first bytes. */
  byte[] commentMagic() {
    return comment.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Bytes between the last comment and padding: the framing bit's byte in Vorbis. */
  int framing() {
    return framing;
  }

  /** Checks a header packet's first bytes. */
  void check(int index, byte[] packet) throws StructureException {
    if (!startsWith(packet, index == 0 ? comment : setup)) {
      throw StructureException.malformed(
          "the "
              + title
              + (index == 0 ? " comment header" : " setup header")
              + " was expected and is not there.");
    }
  }

  private static boolean startsWith(byte[] packet, String magic) {
    return packet.length >= magic.length()
        && new String(packet, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
  }
}
