package org.tonearm.panel.view;

import java.util.Locale;
import org.tonearm.panel.TrackRow;

/** Where a track stands, in one word: the user's decision before the engine's. */
enum Standing {
  CHANGED,
  ACCEPTED,
  WOULD_CHANGE,
  UNSURE,
  UNCHANGED,
  REJECTED,
  WRITTEN,
  NOT_WRITTEN,
  FAILED;

  static Standing of(TrackRow row) {
    return switch (row.decision()) {
      case ACCEPTED -> ACCEPTED;
      case CHANGED -> CHANGED;
      case REJECTED -> REJECTED;
      case WRITTEN -> WRITTEN;
      case NOT_WRITTEN -> NOT_WRITTEN;
      case OPEN -> heard(row);
    };
  }

  private static Standing heard(TrackRow row) {
    if (row.failed()) {
      return FAILED;
    }
    if (row.wouldChange()) {
      return WOULD_CHANGE;
    }
    return row.unsure() ? UNSURE : UNCHANGED;
  }

  /** Among the texts. */
  String key() {
    return "status." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
