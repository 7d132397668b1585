package org.tonearm.panel;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.Correcting;
import org.tonearm.run.TrackStatus;
import org.tonearm.tag.planfile.PlannedTrack;

/**
 * A track as the panel lists it. Immutable.
 *
 * @param file what was heard and planned
 * @param decision what the user made of it
 * @param problem why it was not written, in a sentence; "" if there is nothing to tell
 */
public record TrackRow(HeardFile file, Decision decision, String problem) {
  /** Checks that nothing is null. */
  public TrackRow {
    Objects.requireNonNull(file);
    Objects.requireNonNull(decision);
    Objects.requireNonNull(problem);
  }

  /** Not decided yet. */
  public TrackRow(HeardFile file) {
    this(file, Decision.OPEN, "");
  }

  /** Where it lies. */
  public Path path() {
    return file.planned().path();
  }

  /** The title, or the file's name where no title is known. */
  public String title() {
    Path name = path().getFileName();
    return file.credits().title().isEmpty() && name != null
        ? name.toString()
        : file.credits().title();
  }

  /** Values of a field as they stand in the file; "" if there are none. */
  public String current(TagField field) {
    return String.join(", ", file.current().getOrDefault(field, List.of()));
  }

  /** Values that a field is to have; "" if nothing is planned for it. */
  public String proposed(TagField field) {
    return change(field).map(change -> String.join(", ", change.after())).orElse("");
  }

  /** What is planned for a field. */
  public Optional<FieldChange> change(TagField field) {
    return file.planned().changes().stream().filter(c -> c.field() == field).findFirst();
  }

  /** What was heard for a field. */
  public Optional<Verdict> verdict(TagField field) {
    return file.planned().verdicts().stream()
        .filter(verdict -> TagField.of(verdict.task()) == field)
        .findFirst();
  }

  /** Probability, 0 to 1, of the best label of a field, told or not; empty if it was not heard. */
  public OptionalDouble confidence(TagField field) {
    return verdict(field).stream()
        .flatMap(verdict -> verdict.scores().stream())
        .mapToDouble(LabelScore::score)
        .max();
  }

  /** Whether something would be written. */
  public boolean wouldChange() {
    return file.planned().status().equals(PlannedTrack.PLANNED) && decision != Decision.WRITTEN;
  }

  /** Whether a question about it stayed without an answer. */
  public boolean unsure() {
    return file.planned().verdicts().stream().anyMatch(Verdict::abstained);
  }

  /** Whether it could not be heard or written. */
  public boolean failed() {
    return file.planned().status().equals("failed") || decision == Decision.NOT_WRITTEN;
  }

  /**
   * With another decision; a row without changes can't be accepted and stays as it is. A word of
   * the user's that is accepted stays the user's.
   */
  TrackRow decided(Decision now) {
    if (now != Decision.ACCEPTED) {
      return new TrackRow(file, now, "");
    }
    if (!wouldChange()) {
      return this;
    }
    boolean own =
        decision == Decision.CHANGED
            || file.planned().changes().stream()
                .anyMatch(c -> c.reason().equals(Correcting.REASON));
    return new TrackRow(file, own ? Decision.CHANGED : now, "");
  }

  /** Whether what was decided on it is still to be kept: it is neither written nor left open. */
  boolean waits() {
    return decision == Decision.NOT_WRITTEN
        ? !file.planned().changes().isEmpty()
        : decision.due() || decision == Decision.REJECTED;
  }

  /** As it was before a write that failed. */
  TrackRow kept() {
    return decision == Decision.NOT_WRITTEN ? decided(Decision.ACCEPTED) : this;
  }

  /**
   * With what was decided on it earlier, unless the file was changed since. What was accepted stays
   * so only if the same would be written.
   */
  TrackRow again(TrackRow before) {
    PlannedTrack now = file.planned();
    PlannedTrack then = before.file().planned();
    boolean same =
        now.state().isEmpty() || then.state().isEmpty() || now.state().equals(then.state());
    if (!same || failed()) {
      return this;
    }
    return switch (before.decision()) {
      case CHANGED -> changed(then);
      case ACCEPTED -> values(now).equals(values(then)) ? decided(Decision.ACCEPTED) : this;
      default -> decided(before.decision());
    };
  }

  /** What a plan puts into genre and mood; notes on where that comes from don't matter. */
  private static Map<TagField, List<String>> values(PlannedTrack planned) {
    Map<TagField, List<String>> values = new EnumMap<>(TagField.class);
    planned.changes().stream()
        .filter(change -> !change.field().isFreeText())
        .forEach(change -> values.put(change.field(), change.after()));
    return values;
  }

  /** The plan as far as it is not written: a word of the user's is put into it. */
  PlannedTrack pending() {
    PlannedTrack planned = file.planned();
    return decision != Decision.WRITTEN
        ? planned
        : new PlannedTrack(
            planned.path(),
            TrackStatus.UNCHANGED.word(),
            "",
            planned.seconds(),
            planned.verdicts(),
            List.of(),
            planned.problem());
  }

  /** With another plan, by the user's word. */
  TrackRow changed(PlannedTrack planned) {
    return new TrackRow(
        file.with(planned), planned.changes().isEmpty() ? Decision.OPEN : Decision.CHANGED, "");
  }

  /** After its write, all of what was planned. */
  TrackRow written() {
    return written(file.planned().changes());
  }

  /**
   * After its write.
   *
   * @param changes those of the plan that were written
   */
  TrackRow written(List<FieldChange> changes) {
    Map<TagField, List<String>> now = new EnumMap<>(TagField.class);
    now.putAll(file.current());
    changes.forEach(change -> now.put(change.field(), change.after()));
    HeardFile after = new HeardFile(file.credits(), now, file.planned(), file.timelines());
    return new TrackRow(after, Decision.WRITTEN, "");
  }

  /**
   * After a write was taken back: its plan holds again. What was decided on it since that write
   * stays decided.
   *
   * @param values of the fields that were put back
   */
  TrackRow undone(Map<TagField, List<String>> values) {
    Map<TagField, List<String>> now = new EnumMap<>(TagField.class);
    now.putAll(file.current());
    now.putAll(values);
    HeardFile after = new HeardFile(file.credits(), now, file.planned(), file.timelines());
    return new TrackRow(after, decision == Decision.WRITTEN ? Decision.OPEN : decision, problem);
  }

  /** After a write that failed. */
  TrackRow notWritten(String why) {
    return new TrackRow(file, Decision.NOT_WRITTEN, why);
  }
}
