package org.tonearm.spark.job;

/** Name and version of this program, as tags tell it where they are asked to. */
final class ProgramName {
  private ProgramName() {}

  static String text() {
    String version = ProgramName.class.getPackage().getImplementationVersion();
    return version == null ? "tonearm" : "tonearm " + version;
  }
}
