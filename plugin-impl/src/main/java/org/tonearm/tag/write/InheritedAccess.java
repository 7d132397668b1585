package org.tonearm.tag.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tonearm.api.host.HostSystem;

/**
 * Access lists that a copy gets from its folder, and its original has not: on Linux a folder may
 * have a list for whatever is made in it, which lets in or shuts out others than the original did.
 * The JDK shows no such list and takes none away; the programs {@code ls}, whose mode ends in a
 * {@code +} then, and {@code setfacl} of the package acl do. A folder is looked at once a minute,
 * and its files only where it has a list. Where there is no {@code ls}, or one without that sign,
 * nothing is seen. Thread-safe.
 */
final class InheritedAccess {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST_FOLDERS = 10_000;
  private static final int SIGN = 10;

  private record Seen(boolean listed, long nanos) {
    boolean fresh() {
      return System.nanoTime() - nanos < FRESH.toNanos();
    }
  }

  private final List<String> show;
  private final List<String> clear;
  private final Map<Path, Seen> folders = new ConcurrentHashMap<>();

  /**
   * @param show prints the mode of the file that its last argument names; empty if none can
   * @param clear takes such a file's list away
   */
  InheritedAccess(List<String> show, List<String> clear) {
    this.show = List.copyOf(show);
    this.clear = List.copyOf(clear);
  }

  /** By the programs of this system. */
  static InheritedAccess ofSystem() {
    boolean linux = HostSystem.of(System.getProperty("os.name")) == HostSystem.LINUX;
    return new InheritedAccess(
        linux ? List.of("ls", "-ld", "--") : List.of(), List.of("setfacl", "-b", "--"));
  }

  /** Takes away what a copy beside an original has and that has not, if it can. */
  void clear(Path original, Path copy) throws InterruptedIOException {
    if (unlike(original, copy) && listed(copy)) {
      output(clear, copy);
    }
  }

  /** Whether one of the two, in one folder, has an access list and the other has none. */
  boolean unlike(Path original, Path copy) throws InterruptedIOException {
    return inherited(original.getParent()) && listed(original) != listed(copy);
  }

  private boolean inherited(Path folder) throws InterruptedIOException {
    Seen seen = folders.get(folder);
    if (seen == null || !seen.fresh()) {
      if (folders.size() >= MOST_FOLDERS) {
        folders.clear();
      }
      seen = new Seen(listed(folder), System.nanoTime());
      folders.put(folder, seen);
    }
    return seen.listed();
  }

  private boolean listed(Path path) throws InterruptedIOException {
    String mode = show.isEmpty() ? "" : output(show, path);
    return mode.length() > SIGN && mode.charAt(SIGN) == '+';
  }

  /** What a program says; nothing if it can't be started. */
  private static String output(List<String> program, Path path) throws InterruptedIOException {
    List<String> words = new ArrayList<>(program);
    words.add(path.toString());
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      try (InputStream said = process.getInputStream()) {
        process.getOutputStream().close();
        String text = new String(said.readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor();
        return text;
      } finally {
        process.destroy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while looking at the access list of " + path);
    } catch (IOException e) {
      return "";
    }
  }
}
