package org.tonearm.spark.apply;

import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.Kind;
import org.tonearm.spark.journal.Placement;
import org.tonearm.spark.store.AudioStore;
import org.tonearm.spark.store.ConditionalStore;

/** Which way of placing serves where a recording lies. */
final class Placings {
  private final Desk desk;
  private final AudioStore store;

  /**
   * @param store of the recording
   */
  Placings(Desk desk, AudioStore store) {
    this.desk = desk;
    this.store = store;
  }

  /** The one by which a job is to be done. */
  Placing of(Job job) {
    boolean sidecar = job instanceof UndoJob undo && undo.written().kind() == Kind.SIDECAR;
    return sidecar ? new SidecarPlacing(desk) : replacing(desk.settings().replaceObjects());
  }

  /** The one by which an earlier try was to be done. */
  Placing of(Intent intent) {
    boolean sidecar =
        intent.kind() == Kind.SIDECAR
            || (intent.kind() == Kind.UNDO && intent.placed().equals(Placement.NONE));
    return sidecar ? new SidecarPlacing(desk) : replacing(true);
  }

  private Placing replacing(boolean objectsToo) {
    return switch (store.replacing()) {
      case RENAME -> new RenamePlacing(desk);
      case CONDITIONAL_PUT ->
          store instanceof ConditionalStore objects && objectsToo
              ? new PutPlacing(desk, objects)
              : new SidecarPlacing(desk);
      case SIDECAR -> new SidecarPlacing(desk);
    };
  }
}
