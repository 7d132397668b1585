package org.tonearm.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/** Where the native libraries lie: beside the installation, or in a folder they are unpacked to. */
public final class NativesCheck implements Doctor.Check {
  private static final String SUBJECT = "Native libraries";
  private static final int UNPACKED_MIB = 500;

  private final String installed;

  /**
   * @param installed the folder that the launcher names; "" if they are unpacked when needed
   */
  public NativesCheck(String installed) {
    this.installed = installed;
  }

  @Override
  public List<Finding> look() {
    if (!installed.isEmpty()) {
      return List.of(Finding.good(SUBJECT, installed + ": nothing is unpacked"));
    }
    return new FolderCheck(SUBJECT, cache(), UNPACKED_MIB).look();
  }

  private static Path cache() {
    try {
      return Loader.getCacheDir().toPath();
    } catch (IOException e) {
      return Path.of(System.getProperty("user.home"), ".javacpp", "cache");
    }
  }
}
