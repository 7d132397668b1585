package org.tonearm.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where output goes.
 *
 * @param out results, and nothing else
 * @param err progress, notes, logs
 * @param interactive true if somebody watches {@code err} on a screen
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

  /** The process's own streams, as UTF-8 whatever the locale. */
  static Terminal ofProcess() {
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Boolean.parseBoolean(System.getProperty("tonearm.terminal", "false")));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
