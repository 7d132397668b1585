package org.tonearm.tag.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program that watches, fails or kills system calls of one thread of another process. */
final class Strace implements AutoCloseable {
  /** Calls on files; those that give memory or wait for other threads are of no interest. */
  static final String FILES =
      "%file,read,pread64,write,pwrite64,lseek,close,fstat,ftruncate,fallocate,fsync,fdatasync,"
          + "fchmod,fchown,fcntl,flock,sendfile,copy_file_range,fgetxattr,fsetxattr,flistxattr,"
          + "getdents64";

  private static final Pattern CALL = Pattern.compile("^(\\w+)\\((.*)$");

  private final Process process;
  private final Path trace;

  private Strace(Process process, Path trace) {
    this.process = process;
    this.trace = trace;
  }

  /**
   * A call that was seen.
   *
   * @param name of the system call
   * @param ordinal how often this thread had called it when this call began, itself included
   * @param line arguments and result
   */
  record Call(String name, int ordinal, String line) {
    /** True if it changes, creates, locks or syncs something. */
    boolean changes() {
      return switch (name) {
        case "write",
            "pwrite64",
            "ftruncate",
            "fallocate",
            "fsync",
            "fdatasync",
            "rename",
            "renameat",
            "renameat2",
            "unlink",
            "mkdir",
            "chmod",
            "fchmod",
            "chown",
            "fchown",
            "lchown",
            "utimensat",
            "sendfile",
            "copy_file_range",
            "fsetxattr" ->
            true;
        case "openat", "open" -> line.contains("O_CREAT") || line.contains("O_TRUNC");
        default -> false;
      };
    }

    /** True if it only looks: before and after it, all is the same. */
    boolean looks() {
      return switch (name) {
        case "read",
            "pread64",
            "lseek",
            "stat",
            "lstat",
            "fstat",
            "newfstatat",
            "statx",
            "readlink",
            "access",
            "faccessat2",
            "getdents64",
            "flistxattr",
            "fgetxattr" ->
            true;
        default -> false;
      };
    }

    /** The option by which something is done to this very call. */
    List<String> hindered(String how) {
      return List.of("inject=" + name + ":" + how + ":when=" + ordinal);
    }

    boolean on(Path path) {
      return line.contains(path.toString());
    }
  }

  /** Why it can't be used here; empty if it can. */
  static Optional<String> missing() throws IOException, InterruptedException {
    Process sleeper;
    try {
      sleeper = new ProcessBuilder("sleep", "30").start();
    } catch (IOException e) {
      return Optional.of("no 'sleep' here: strace is for Linux");
    }
    Path trace = Files.createTempFile("strace", ".txt");
    try {
      attach(Long.toString(sleeper.pid()), trace, List.of()).close();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "strace (Debian package strace) is missing or may not trace: " + e.getMessage());
    } finally {
      sleeper.destroyForcibly().waitFor();
      Files.deleteIfExists(trace);
    }
  }

  /**
   * Begins to watch a thread.
   *
   * @param thread the system's number of it
   * @param trace where calls are written
   * @param options such as {@code inject=fsync:error=EIO:when=2}
   */
  static Strace attach(String thread, Path trace, List<String> options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("strace", "-p", thread, "-y", "-s", "0", "-o", trace.toString(), "-e"));
    command.add("trace=" + FILES);
    for (String option : options) {
      command.addAll(List.of("-e", option));
    }
    Process process = new ProcessBuilder(command).start();
    BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
    String first = said.readLine();
    if (first == null || !first.endsWith("attached")) {
      process.destroyForcibly();
      throw new IOException("strace said: " + first);
    }
    return new Strace(process, trace);
  }

  /** Watches no longer; the thread goes on. */
  void detach() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IOException("strace does not end");
    }
  }

  /** Whether a call on a file of this folder was made to fail. */
  boolean injected(Path folder) throws IOException {
    try (Stream<String> lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(
          line -> line.endsWith("(INJECTED)") && line.contains(folder.toString()));
    }
  }

  /** What was seen, once the watched thread has ended. */
  List<Call> calls() throws IOException, InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IOException("strace does not end");
    }
    Map<String, Integer> counts = new HashMap<>();
    List<Call> calls = new ArrayList<>();
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      Matcher call = CALL.matcher(line);
      if (call.matches()) {
        int ordinal = counts.merge(call.group(1), 1, Integer::sum);
        calls.add(new Call(call.group(1), ordinal, call.group(2)));
      }
    }
    return calls;
  }

  /** Whether the watched process was killed by a signal, once it has ended. */
  boolean killed() throws IOException {
    return Files.readString(trace, StandardCharsets.ISO_8859_1).contains("+++ killed by SIGKILL");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
