package org.tonearm.fuzz;

/** A sound file to be damaged. The array is not to be changed. */
final class Seed {
  private final String format;
  private final String extension;
  private final byte[] bytes;

  /**
   * @param format for the table
   * @param extension of file names, without dot
   */
  Seed(String format, String extension, byte[] bytes) {
    this.format = format;
    this.extension = extension;
    this.bytes = bytes;
  }

  String format() {
    return format;
  }

  String extension() {
    return extension;
  }

  byte[] bytes() {
    return bytes;
  }
}
