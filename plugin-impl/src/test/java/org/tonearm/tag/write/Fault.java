package org.tonearm.tag.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A system call that fails once.
 *
 * @param call which
 * @param error the system's word for why, such as {@code EIO}
 */
record Fault(Strace.Call call, String error) {
  private static final Set<String> JOURNAL = Set.of("journal", "journal-io", "journal-busy");

  /**
   * Faults that may befall a write, in the order of its calls: those of the song's folder first.
   */
  static List<Fault> of(List<Strace.Call> calls, KillTrial reference) {
    List<Fault> faults = new ArrayList<>();
    boolean begun = false;
    for (Strace.Call call : calls) {
      boolean song = call.on(reference.song().getParent());
      begun |= song;
      if (song || (begun && call.on(reference.journal().getParent()))) {
        for (String error : errors(call, song)) {
          faults.add(new Fault(call, error));
        }
      }
    }
    return faults;
  }

  private static List<String> errors(Strace.Call call, boolean song) {
    return switch (call.name()) {
      case "write", "pwrite64", "sendfile", "copy_file_range", "ftruncate" ->
          List.of("ENOSPC", "EIO");
      case "fsync", "fdatasync", "pread64", "read" -> List.of("EIO");
      case "openat" ->
          call.line().contains("O_CREAT") ? List.of("ENOSPC", "EACCES") : List.of("EACCES");
      case "rename" -> List.of("EACCES", "ENOSPC", "EIO");
      case "chmod", "fchmod", "fchown", "utimensat" -> List.of("EPERM");
      // Locks may be unknown where the song lies; the journal's may be held by others.
      case "fcntl" -> song ? List.of("ENOLCK") : asksForLock(call) ? List.of("EAGAIN") : List.of();
      default -> List.of();
    };
  }

  private static boolean asksForLock(Strace.Call call) {
    return call.line().contains("F_WRLCK") || call.line().contains("F_RDLCK");
  }

  String kind() {
    return call.name() + " " + error;
  }

  List<String> option() {
    return call.hindered("error=" + error);
  }

  /** What the user may be told of it; a write may also go on without, or with a warning. */
  boolean explainedBy(String code) {
    Set<String> own =
        switch (error) {
          case "ENOSPC" -> Set.of("no-space");
          case "EIO" -> Set.of("io", "unreadable", "verify-failed");
          case "EACCES" ->
              Set.of("folder-read-only", "file-read-only", "unreadable", "verify-failed", "io");
          default -> Set.of("io", "attributes", "folder-read-only");
        };
    return own.contains(code) || JOURNAL.contains(code);
  }
}
