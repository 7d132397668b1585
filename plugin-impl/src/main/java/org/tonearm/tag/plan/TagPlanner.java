package org.tonearm.tag.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.api.LabelScore;
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
   * @param verdicts at most one a task; an abstained one changes nothing
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
    List<FieldChange> changes =
        TagField.heard().stream()
            .filter(settings.fields()::contains)
            .flatMap(
                field ->
                    verdicts.stream()
                        .filter(v -> TagField.of(v.task()) == field && !v.abstained())
                        .findFirst()
                        .flatMap(v -> change(field, before, heard(v, words), settings.policy()))
                        .stream())
            .toList();
    return new TagPlan(track, before, changes);
  }

  /** Whether anything that could be heard would change these tags: if not, none need listen. */
  public boolean mayChange(TagSnapshot before, PlanSettings settings) {
    return settings.policy() != Policy.FILL
        || settings.fields().stream()
            .map(field -> before.fields().getOrDefault(field, FieldState.ABSENT).values())
            .anyMatch(values -> values.stream().allMatch(taxonomy::isPlaceholder));
  }

  private List<String> heard(Verdict verdict, Map<Task, Map<String, String>> words) {
    Map<String, String> spoken = words.getOrDefault(verdict.task(), Map.of());
    List<String> heard = new ArrayList<>();
    for (LabelScore label : verdict.labels()) {
      String word = spoken.getOrDefault(label.label(), label.label());
      heard.add(verdict.task() == Task.GENRE ? taxonomy.canonical(word) : word);
    }
    return heard.stream().distinct().toList();
  }

  private Optional<FieldChange> change(
      TagField field, TagSnapshot before, List<String> heard, Policy policy) {
    List<String> present = before.fields().getOrDefault(field, FieldState.ABSENT).values();
    if (present.isEmpty()) {
      return planned(field, present, heard, "the field was empty");
    }
    if (present.stream().allMatch(taxonomy::isPlaceholder)) {
      return planned(field, present, heard, "'" + String.join("', '", present) + "' says nothing");
    }
    Presence presence = Presence.of(field, present, taxonomy);
    return switch (policy) {
      case FILL -> Optional.empty();
      case MERGE -> planned(field, present, presence.with(heard), "added to what was there");
      case REPLACE ->
          presence.coversAll(heard)
              ? Optional.empty()
              : planned(field, present, presence.insteadBy(heard), "replaced, as asked");
    };
  }

  private static Optional<FieldChange> planned(
      TagField field, List<String> before, List<String> after, String reason) {
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(new FieldChange(field, before, after, reason));
  }
}
