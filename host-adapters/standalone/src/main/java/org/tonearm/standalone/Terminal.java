package org.tonearm.standalone;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where output goes, and where questions come from.
 *
 * @param in questions of another program; unbuffered
 * @param out results, and nothing else
 * @param err progress, notes, logs
 * @param interactive true if somebody watches {@code err} on a screen
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {

  /** Without questions. */
  public Terminal(PrintStream out, PrintStream err, boolean interactive) {
    this(InputStream.nullInputStream(), out, err, interactive);
  }

  /** The process's own streams, as UTF-8 whatever the locale. */
  static Terminal ofProcess() {
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Boolean.parseBoolean(System.getProperty("tonearm.terminal", "false")));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
