package org.tonearm.spark.apply;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.journal.JournalRow;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.write.WriteOptions;

/** Applies and undoes as a task would. */
record Applying(
    AudioStores stores,
    String output,
    boolean replaceObjects,
    WriteOptions options,
    CodecRegistry codecs) {
  Applying(AudioStores stores, String output, boolean replaceObjects) {
    this(stores, output, replaceObjects, WriteOptions.DEFAULT, CodecRegistry.installed());
  }

  List<ApplyOutcome> apply(String attempt, List<PlannedChange> plans) throws Exception {
    List<ApplyOutcome> outcomes = new ArrayList<>();
    JournalFolder journal = JournalFolder.prepare(stores, output, plans.size());
    try (Applier applier = new Applier(stores, journal, settings("run-1", attempt))) {
      applier.apply(plans.iterator()).forEachRemaining(outcomes::add);
    }
    return outcomes;
  }

  List<ApplyOutcome> undo(String attempt, List<JournalRow> rows) throws Exception {
    List<ApplyOutcome> outcomes = new ArrayList<>();
    JournalFolder journal = JournalFolder.open(stores, output);
    try (Undoer undoer = new Undoer(stores, journal, settings("undo-1", attempt))) {
      undoer
          .undo(rows.stream().filter(JournalRow::mayStand).map(JournalRow::entry).iterator())
          .forEachRemaining(outcomes::add);
    }
    return outcomes;
  }

  /** Rows of applies, or of undos. */
  List<JournalRow> rows(boolean undos) throws Exception {
    List<JournalRow> rows = new ArrayList<>();
    JournalFolder.open(stores, output).rows().forEachRemaining(rows::add);
    rows.removeIf(row -> row.kind().equals("undo") != undos);
    return rows;
  }

  private ApplySettings settings(String run, String attempt) {
    return new ApplySettings(
        run, attempt, output, TagProfile.DEFAULT, options, codecs, replaceObjects);
  }
}
