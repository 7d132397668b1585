package org.tonearm.tag.xiph;

import java.nio.file.Path;
import org.tonearm.api.tag.TagException;

/** A container that can't be read, or not be rewritten safely; the file's name is added later. */
final class StructureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;

  private StructureException(String code, String message, String remedy) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }

  /** The bytes contradict the format's specification. */
  static StructureException malformed(String message) {
    return new StructureException(
        "malformed-tag",
        message,
        "Play the file to see whether it is whole; get a sound copy, or repair it with the program"
            + " that made it.");
  }

  /** Valid, perhaps, but of a kind that is not rewritten here. */
  static StructureException unsupported(String message) {
    return new StructureException(
        "unsupported-structure", message, "Tag this file with the program that made it.");
  }

  /** The container holds a codec that is not handled. */
  static StructureException unknownCodec(String message) {
    return new StructureException(
        "unsupported-format",
        message,
        "Leave this file out, or convert a copy of it to FLAC, Ogg Vorbis or Opus.");
  }

  /** The same, with the file's name in front. */
  TagException in(Path file) {
    return new TagException(code, file + ": " + getMessage(), remedy, this);
  }
}
