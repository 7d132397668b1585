package org.tonearm.tag.mp4;

/** A fault of the atoms, before the file's name is known to the message. */
final class StructureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  private StructureException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The bytes contradict the format. */
  static StructureException malformed(String message) {
    return new StructureException("malformed-tag", message);
  }

  /** The bytes are legal, yet cannot be edited without a guess. */
  static StructureException unsupported(String message) {
    return new StructureException("unsupported-structure", message);
  }

  /** The file is not what it was a moment ago. */
  static StructureException changedMeanwhile(String message) {
    return new StructureException("changed-meanwhile", message);
  }

  String code() {
    return code;
  }
}
