package org.tonearm.tag.write;

import java.nio.file.Path;
import java.util.List;

/** How far a write had come when it was killed, by the system calls that it had made. */
enum KillPhase {
  /** The temporary file is not there yet; the journal knows of the plan, or will. */
  BEFORE,
  /** The temporary file is being made. */
  COPY,
  /** The temporary file is on the disk; the journal is told that the rename is next. */
  COMMIT,
  /** The rename is done, and not yet on the disk. */
  RENAMED,
  /** The rename is on the disk. */
  AFTER;

  /** After these calls. */
  static KillPhase of(List<Strace.Call> calls, Path song) {
    KillPhase phase = BEFORE;
    String folder = "<" + song.getParent() + ">";
    for (Strace.Call call : calls) {
      String line = call.line();
      phase =
          switch (phase) {
            case BEFORE -> line.contains(".tonearm-") && line.contains("O_CREAT") ? COPY : phase;
            case COPY -> call.name().equals("fsync") && line.contains(".tonearm-") ? COMMIT : phase;
            case COMMIT -> call.name().startsWith("rename") ? RENAMED : phase;
            case RENAMED -> call.name().equals("fsync") && line.contains(folder) ? AFTER : phase;
            case AFTER -> phase;
          };
    }
    return phase;
  }

  /** After the steps that the writer told of; it may have come a little further. */
  static KillPhase told(List<String> steps) {
    KillPhase phase = BEFORE;
    for (String line : steps) {
      phase =
          switch (line) {
            case "CREATED", "REWRITTEN", "VERIFIED", "ATTRIBUTES_KEPT" -> COPY;
            case "SYNCED", "UNCHANGED", "JOURNALED" -> COMMIT;
            case "RENAMED" -> RENAMED;
            case "FOLDER_SYNCED", "DONE", "over" -> AFTER;
            default -> phase;
          };
    }
    return phase;
  }

  /** Between the creation of the temporary file and the folder's sync. */
  boolean inside() {
    return this == COPY || this == COMMIT || this == RENAMED;
  }
}
