package org.tonearm.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackStatus;

/**
 * Gathers what changes in a collection as its tracks are heard. Confined to the thread of the run.
 */
final class CollectionExport {
  private static final String NO_PLACE =
      "Its entry in the library has no place for genre and mood.";

  private final HostCollection collection;
  private final HeardValues heard;
  private final BorrowedMood borrowed;
  private final Map<Path, List<HostEntry>> entries = new HashMap<>();
  private final Map<Integer, Map<TagField, String>> changes = new HashMap<>();

  CollectionExport(HostCollection collection, HeardValues heard, BorrowedMood borrowed) {
    this.collection = collection;
    this.heard = heard;
    this.borrowed = borrowed;
    for (HostEntry entry : collection.entries()) {
      entry
          .file()
          .ifPresent(
              file -> entries.computeIfAbsent(real(file), f -> new ArrayList<>()).add(entry));
    }
  }

  /** Takes a heard track; the same with what changes in its entry. */
  TrackOutcome add(TrackOutcome outcome) {
    List<FieldChange> told = List.of();
    boolean without = false;
    for (HostEntry entry : entries.getOrDefault(real(outcome.track().path()), List.of())) {
      List<FieldChange> planned = heard.changes(outcome, borrowed.open(entry.values()));
      if (!planned.isEmpty()) {
        Map<TagField, String> values = new EnumMap<>(TagField.class);
        planned.forEach(change -> values.put(change.field(), heard.text(change)));
        changes.put(entry.number(), values);
        told = planned;
      }
      without |= Collections.disjoint(entry.values().keySet(), TagField.heard());
    }
    TrackOutcome all =
        without && !outcome.verdicts().isEmpty() ? outcome.noted(List.of(NO_PLACE)) : outcome;
    return told.isEmpty() ? all : planned(all, told);
  }

  /** Writes the new file, and says so. */
  String write(Path target) throws HostException {
    collection.export(target, changes);
    return "Entries changed in "
        + Shown.path(target)
        + ": "
        + changes.size()
        + "\nThe collection itself was not touched.\n"
        + collection.importHint();
  }

  private static TrackOutcome planned(TrackOutcome outcome, List<FieldChange> changes) {
    return new TrackOutcome(
        outcome.track(),
        TrackStatus.PLANNED,
        outcome.analyses(),
        outcome.verdicts(),
        changes,
        outcome.seconds(),
        outcome.warnings(),
        Optional.empty());
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
