package org.tonearm.tag.write;

import java.io.IOException;

/** What a test may do on the machine that it runs on. */
final class Unix {
  private Unix() {}

  static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  /** Whether a program is there and ends well. */
  static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
