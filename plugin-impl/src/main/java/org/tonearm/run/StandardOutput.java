package org.tonearm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this process's standard output leads. */
public final class StandardOutput {
  private StandardOutput() {}

  /**
   * Whether another program reads it, which may go away as {@code head} does and wants no more
   * then. False for a file, a screen, and on systems that do not tell, which are all but Linux.
   */
  public static boolean readByProgram() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException e) {
      return false;
    }
  }
}
