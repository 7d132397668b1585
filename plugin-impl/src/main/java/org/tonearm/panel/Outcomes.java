package org.tonearm.panel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.TrackOutcome;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.undo.UndoneField;
import org.tonearm.tag.undo.UndoneFile;

/**
 * Has the listed tracks show what became of their files.
 *
 * @param tracks the tracks listed
 * @param texts the words
 * @param screen runs on the event thread what it is given, in order
 */
record Outcomes(Tracks tracks, Texts texts, Executor screen) {

  /** What is to be written. On the event thread. */
  List<PlannedTrack> due() {
    return tracks.all().stream()
        .filter(row -> row.decision().due())
        .map(row -> row.file().planned())
        .filter(planned -> !planned.changes().isEmpty())
        .toList();
  }

  /** After a write. On any thread. */
  void wrote(TrackOutcome outcome) {
    String why =
        outcome
            .problem()
            .map(p -> texts.engine().problem(p.code(), p.message(), p.remedy()))
            .orElse("");
    UnaryOperator<TrackRow> after =
        switch (outcome.status()) {
          case FAILED -> row -> row.notWritten(why);
          case WRITTEN -> row -> row.written(outcome.changes());
          default -> TrackRow::written;
        };
    screen.execute(() -> tracks.change(outcome.track().path(), after));
  }

  /** After a write was taken back. On any thread. */
  void undid(UndoneFile file) {
    Map<TagField, List<String>> values = new EnumMap<>(TagField.class);
    for (UndoneField field : file.fields()) {
      if (field.outcome() != UndoneField.Outcome.CHANGED_SINCE) {
        values.put(field.field(), field.restored());
      }
    }
    if (!values.isEmpty()) {
      screen.execute(() -> tracks.change(file.path(), row -> row.undone(values)));
    }
  }
}
