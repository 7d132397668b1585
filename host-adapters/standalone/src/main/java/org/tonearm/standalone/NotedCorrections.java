package org.tonearm.standalone;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.LabelScore;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.composition.DataFolder;
import org.tonearm.correction.Correction;
import org.tonearm.correction.CorrectionFile;
import org.tonearm.correction.Corrections;
import org.tonearm.panel.Words;
import org.tonearm.run.Correcting;
import org.tonearm.run.Recollection;
import org.tonearm.run.RunListener;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackStatus;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoneField;

/**
 * Notes the user's own words as they are written, and that they were taken back. Tags come first: a
 * note that can't be made is logged, and the run goes on. Thread-safe while a run goes on.
 */
final class NotedCorrections {
  private static final Logger LOG = LoggerFactory.getLogger(NotedCorrections.class);

  private final CorrectionFile file;
  private final Recollection recollection;
  private final TagProfile profile;
  private final Words words;
  private final List<Correction> noted = Collections.synchronizedList(new ArrayList<>());

  /** Takes something back. */
  @FunctionalInterface
  interface Undoing<T> {
    /** Does it, and tells of each file. */
    T undo(UndoListener listener) throws TonearmException;
  }

  /**
   * @param profile by which tags are read
   * @param words of what models tell
   */
  NotedCorrections(DataFolder data, Recollection recollection, TagProfile profile, Words words) {
    this.file = new CorrectionFile(data.corrections());
    this.recollection = recollection;
    this.profile = profile;
    this.words = words;
  }

  /** A listener that notes what is written of these plans, and passes on what it is told. */
  RunListener listening(List<PlannedTrack> planned, RunListener listener) {
    Map<Path, PlannedTrack> plans = new HashMap<>();
    planned.forEach(plan -> plans.put(plan.path(), plan));
    return outcome -> {
      Optional.ofNullable(plans.get(outcome.track().path()))
          .filter(plan -> outcome.status() == TrackStatus.WRITTEN)
          .ifPresent(plan -> note(plan, outcome));
      listener.finished(outcome);
    };
  }

  /** Puts the notes on the disk. */
  void keep() {
    add(file, List.copyOf(noted));
  }

  /**
   * Takes something back, and notes of words of the user's that went with it that they don't hold.
   */
  static <T> T withdrawing(DataFolder data, UndoListener listener, Undoing<T> undoing)
      throws TonearmException {
    CorrectionFile file = new CorrectionFile(data.corrections());
    Corrections before = read(file);
    List<Correction> withdrawn = new ArrayList<>();
    try {
      return undoing.undo(
          undone -> {
            for (UndoneField field : undone.fields()) {
              if (field.outcome() == UndoneField.Outcome.RESTORED) {
                before
                    .of(undone.path(), field.field())
                    .filter(correction -> wentWith(field, correction.corrected()))
                    .map(NotedCorrections::back)
                    .ifPresent(withdrawn::add);
              }
            }
            listener.undone(undone);
          });
    } finally {
      add(file, withdrawn);
    }
  }

  /** Not if another run had put another word in its place, which alone is taken back. */
  private static boolean wentWith(UndoneField field, String word) {
    return field.present().equals(List.of(word)) && !field.restored().equals(List.of(word));
  }

  private static Corrections read(CorrectionFile file) {
    try {
      return file.read();
    } catch (TonearmException e) {
      LOG.warn("{} {}", e.getMessage(), e.remedy());
      return Corrections.NONE;
    }
  }

  private static void add(CorrectionFile file, List<Correction> corrections) {
    try {
      file.add(corrections);
    } catch (TonearmException e) {
      LOG.warn("{} {}", e.getMessage(), e.remedy());
    }
  }

  private static Correction back(Correction correction) {
    return new Correction(
        correction.path(),
        correction.fingerprint(),
        correction.field(),
        correction.told(),
        "",
        Instant.now());
  }

  private void note(PlannedTrack plan, TrackOutcome outcome) {
    for (FieldChange change : plan.changes()) {
      if (change.reason().equals(Correcting.REASON) && !change.after().isEmpty()) {
        try {
          noted.add(
              new Correction(
                  plan.path(),
                  recollection.look(outcome.track(), profile).file().fingerprint(),
                  change.field(),
                  told(plan, change.field()),
                  change.after().get(0),
                  Instant.now()));
        } catch (TonearmException e) {
          LOG.warn("{} {}", e.getMessage(), e.remedy());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private String told(PlannedTrack plan, TagField field) {
    return plan.verdicts().stream()
        .filter(verdict -> TagField.of(verdict.task()) == field)
        .map(Verdict::labels)
        .flatMap(labels -> labels.stream().limit(1))
        .map(LabelScore::label)
        .map(label -> words.of(field, label))
        .findFirst()
        .orElse("");
  }
}
