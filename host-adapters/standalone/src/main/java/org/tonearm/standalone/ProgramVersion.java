package org.tonearm.standalone;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"tonearm " + (version == null ? "(not packaged)" : version)};
  }

  /** Name and version, or the name alone where no build wrote a version. */
  static String text() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "tonearm" : "tonearm " + version;
  }
}
