package org.tonearm.tag.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.taxonomy.Taxonomy;

/** Turns verdicts into planned changes. Reads and writes no file. Immutable and thread-safe. */
public final class TagPlanner {
  private final Taxonomy taxonomy;

  /**
   * @param taxonomy which genres are the same, and which are kinds of others
   */
  public TagPlanner(Taxonomy taxonomy) {
    this.taxonomy = Objects.requireNonNull(taxonomy);
  }

  /**
   * Plans one track.
   *
   * @param track the track
   * @param before its tags as they stand
   * @param verdicts at most one a task, in any order; an abstained one changes nothing
   * @param words of each task, a label's word as written into tags ({@code ModelInfo.words}); a
   *     label without a word is written as the taxonomy spells it
   * @param settings policy and fields
   * @return the plan; without changes if there is nothing to do
   */
  public TagPlan plan(
      Track track,
      TagSnapshot before,
      List<Verdict> verdicts,
      Map<Task, Map<String, String>> words,
      PlanSettings settings) {
    return decide(track, before, verdicts, words, settings).plan();
  }

  /** As {@link #plan}, and tells also what the user's rules kept out of the plan. */
  public Planned decide(
      Track track,
      TagSnapshot before,
      List<Verdict> verdicts,
      Map<Task, Map<String, String>> words,
      PlanSettings settings) {
    List<FieldChange> changes = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<String> heard = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    // In one order always: else the comment and the provenance would change from run to run.
    for (Verdict verdict : verdicts.stream().sorted(Comparator.comparing(Verdict::task)).toList()) {
      if (!verdict.abstained()) {
        TagField field = TagField.of(verdict.task());
        Map<String, String> spoken = words.getOrDefault(verdict.task(), Map.of());
        Wording wording = Wording.of(verdict, spoken, settings.vocabulary(), taxonomy);
        List<String> values = values(before, field);
        wording.words().forEach(told -> heard.add(told.word()));
        if (settings.fields().contains(field)) {
          notes.addAll(wording.notes());
          FieldDecision decision =
              FieldDecision.of(field, values, wording.words(), settings, taxonomy);
          decision.change().ifPresent(changes::add);
          decision.note().ifPresent(notes::add);
          values = decision.change().map(FieldChange::after).orElse(values);
        }
        Presence after = Presence.of(field, values, taxonomy);
        wording.words().stream()
            .flatMap(told -> told.first(t -> after.coversAll(List.of(t.word()))).stream())
            .forEach(told -> origins.add(Provenance.part(verdict, told)));
      }
    }
    settings
        .comment()
        .flatMap(c -> noted(before, TagField.COMMENT, p -> c.applied(p, heard), settings))
        .ifPresent(changes::add);
    settings
        .provenance()
        .flatMap(o -> noted(before, TagField.PROVENANCE, p -> o.applied(p, origins), settings))
        .ifPresent(changes::add);
    changes.sort(Comparator.comparing(FieldChange::field));
    return new Planned(new TagPlan(track, before, changes), notes);
  }

  /** A field in which Tonearm notes something of its own, whatever the policy. */
  private static Optional<FieldChange> noted(
      TagSnapshot before,
      TagField field,
      UnaryOperator<List<String>> change,
      PlanSettings settings) {
    List<String> present = values(before, field);
    List<String> after = settings.fields().contains(field) ? change.apply(present) : present;
    return after.equals(present)
        ? Optional.empty()
        : Optional.of(new FieldChange(field, present, after, "as the settings ask"));
  }

  /** Whether anything that could be heard would change these tags: if not, none need listen. */
  public boolean needsHearing(TagSnapshot before, PlanSettings settings) {
    return settings.policy() != Policy.FILL
        || settings.comment().filter(c -> c.mode() == CommentSettings.Mode.WRITE).isPresent()
        || settings.provenance().isPresent()
        || Arrays.stream(Task.values())
            .map(TagField::of)
            .filter(settings.fields()::contains)
            .anyMatch(field -> values(before, field).stream().allMatch(taxonomy::isPlaceholder));
  }

  private static List<String> values(TagSnapshot before, TagField field) {
    return before.fields().getOrDefault(field, FieldState.ABSENT).values();
  }
}
