package org.tonearm.tag.id3;

import java.nio.file.Path;
import org.tonearm.api.tag.TagException;

/** A fault found in bytes, before the file's name is known. */
final class StructureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;

  private StructureException(String code, String what, String remedy) {
    super(what);
    this.code = code;
    this.remedy = remedy;
  }

  /** The bytes contradict their format's rules. */
  static StructureException malformed(String what) {
    return new StructureException(
        "malformed-tag",
        what,
        "Repair the tag with another tag editor, or remove it there; the file was left as it is.");
  }

  /** The bytes are right, and beyond what can be edited without risk. */
  static StructureException unsupported(String what, String remedy) {
    return new StructureException("unsupported-structure", what, remedy);
  }

  /** The bytes are of another format. */
  static StructureException otherFormat(String what) {
    return new StructureException(
        "unsupported-format", what, "Check that the file is what its name says.");
  }

  /** The same fault, for the user. */
  TagException in(Path file) {
    return new TagException(code, file + ": " + getMessage(), remedy, this);
  }
}
