package org.tonearm.tag.undo;

import java.util.OptionalLong;

/** Counts files on their way to the listener. */
final class UndoTally {
  private final UndoListener listener;
  private long files;
  private long restored;
  private long conflicting;
  private long failed;
  private long moved;

  UndoTally(UndoListener listener) {
    this.listener = listener;
  }

  void add(UndoneFile file) {
    files++;
    restored += file.restored() ? 1 : 0;
    conflicting += file.conflicting() ? 1 : 0;
    failed += file.error().isPresent() ? 1 : 0;
    moved += file.movedFrom().isPresent() ? 1 : 0;
    listener.undone(file);
  }

  UndoReport report(UndoRequest request, OptionalLong undoRun) {
    return new UndoReport(
        request.run(), undoRun, request.dryRun(), files, restored, conflicting, failed, moved);
  }
}
