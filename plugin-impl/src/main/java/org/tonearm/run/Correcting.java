package org.tonearm.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.planfile.SnapshotDigest;

/**
 * Puts the user's own word into a plan, in place of what was heard. Touches no file. Thread-safe.
 */
public final class Correcting {
  /** The reason of a change that the user wished. */
  public static final String REASON = "chosen by you";

  private final CodecRegistry codecs;
  private final TaggingSettings settings;

  /**
   * @param codecs read the file
   * @param settings which fields may be written, and the profile under which plans are made
   */
  public Correcting(CodecRegistry codecs, TaggingSettings settings) {
    this.codecs = Objects.requireNonNull(codecs);
    this.settings = Objects.requireNonNull(settings);
  }

  /** What is told of a field that the settings keep as it is: {@code field-protected}. */
  public static ConfigurationException refusal(TagField field) {
    return new ConfigurationException(
        "field-protected",
        "The settings say that the field " + field.word() + " is not to be written.",
        "Take it into tagging.fields, and out of tagging.protected.");
  }

  /**
   * The plan with a field that shall hold this word and nothing else, whatever the policy. What
   * else is planned for genre and mood stays; notes of Tonearm's own in comment and provenance are
   * left out, since they would tell what was heard and not what is written.
   *
   * @param planned a track with changes or without
   * @param field genre or mood
   * @param word not blank
   * @throws TagException if the file can't be read, or {@code changed-since-plan}
   * @throws ConfigurationException {@code field-protected} if the settings keep the field as it is
   */
  public PlannedTrack with(PlannedTrack planned, TagField field, String word)
      throws TonearmException {
    if (field.isFreeText() || word.isBlank()) {
      throw new IllegalArgumentException("a word for genre or mood is needed");
    }
    if (!settings.plan().fields().contains(field)) {
      throw refusal(field);
    }
    TagSnapshot now = codecs.codecFor(planned.path()).read(planned.path(), settings.profile());
    String state = SnapshotDigest.of(now);
    if (!planned.state().isEmpty() && !planned.state().equals(state)) {
      throw new TagException(
          "changed-since-plan",
          planned.path() + ": its tags or its audio were changed since it was listened to.",
          "Listen to it again.");
    }
    List<FieldChange> changes = new ArrayList<>();
    planned.changes().stream()
        .filter(change -> change.field() != field && !change.field().isFreeText())
        .forEach(changes::add);
    List<String> before = now.fields().getOrDefault(field, FieldState.ABSENT).values();
    List<String> after = List.of(word.strip());
    if (!before.equals(after)) {
      changes.add(new FieldChange(field, before, after, REASON));
    }
    changes.sort(Comparator.comparing(FieldChange::field));
    return new PlannedTrack(
        planned.path(),
        changes.isEmpty() ? TrackStatus.UNCHANGED.word() : PlannedTrack.PLANNED,
        state,
        planned.seconds(),
        planned.verdicts(),
        changes,
        planned.problem());
  }
}
