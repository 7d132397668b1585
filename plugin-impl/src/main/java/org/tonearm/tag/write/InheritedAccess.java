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

  /** What decides who may read a file. */
  private enum Access {
    MODE,
    LIST,
    /** Such as of a file whose name is no text, which no program can be given. */
    UNKNOWN
  }

  /** What a copy has beside its original. */
  enum Difference {
    NONE,
    /** An access list, where the original has none. */
    GAINED,
    /** No list, where the original has one; or it can't be told. */
    LOST
  }

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
    if (inherited(original.getParent())
        && access(original) == Access.MODE
        && access(copy) == Access.LIST) {
      output(clear, copy);
    }
  }

  /** How an original and its copy, in one folder, come to differ. */
  Difference difference(Path original, Path copy) throws InterruptedIOException {
    if (!inherited(original.getParent())) {
      return Difference.NONE;
    }
    Access of = access(original);
    Access now = access(copy);
    if (of == now && of != Access.UNKNOWN) {
      return Difference.NONE;
    }
    return of == Access.MODE ? Difference.GAINED : Difference.LOST;
  }

  private boolean inherited(Path folder) throws InterruptedIOException {
    Seen seen = folders.get(folder);
    if (seen == null || !seen.fresh()) {
      if (folders.size() >= MOST_FOLDERS) {
        folders.clear();
      }
      seen = new Seen(access(folder) == Access.LIST, System.nanoTime());
      folders.put(folder, seen);
    }
    return seen.listed();
  }

  private Access access(Path path) throws InterruptedIOException {
    String mode = show.isEmpty() ? "" : output(show, path);
    if (mode.length() <= SIGN) {
      return Access.UNKNOWN;
    }
    return mode.charAt(SIGN) == '+' ? Access.LIST : Access.MODE;
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
