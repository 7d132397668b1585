package org.tonearm.standalone;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.tonearm.run.StandardOutput;

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
        new ResultStream(new FileOutputStream(FileDescriptor.out)),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Boolean.parseBoolean(System.getProperty("tonearm.terminal", "false")));
  }

  /** Why results were lost; empty if none were, or if nobody reads them any more. */
  Optional<IOException> lost() {
    return out instanceof ResultStream results
        ? results.fault().filter(fault -> !readerGone(fault))
        : Optional.empty();
  }

  /** As with {@code | head}. The system's words differ by language, so Linux is asked first. */
  private static boolean readerGone(IOException fault) {
    return StandardOutput.readByProgram()
        || String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
