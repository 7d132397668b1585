package org.tonearm.standalone;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import org.tonearm.run.TrackOutcome;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.plan.TagPlanner;
import org.tonearm.taxonomy.Spelling;

/**
 * What was heard, put into values that stand in no file of audio: by the same policy, words and
 * thresholds as into tags.
 */
final class HeardValues {
  private final TagPlanner planner;
  private final PlanSettings settings;
  private final String separator;
  private final Map<String, Map<String, String>> words = new HashMap<>();
  private final Set<String> moods = new HashSet<>();

  HeardValues(Composition composition, RunSettings settings) throws TonearmException {
    this.planner = new TagPlanner(settings.configuration().genres().taxonomy());
    this.settings = settings.plan();
    this.separator = settings.host().separator();
    for (ModelInfo model : composition.models().list()) {
      words.put(model.id(), model.words());
      if (model.task() == Task.MOOD) {
        model.labels().forEach(l -> moods.add(Spelling.key(model.words().getOrDefault(l, l))));
      }
    }
    this.settings
        .vocabulary()
        .words()
        .getOrDefault(Task.MOOD, Map.of())
        .values()
        .forEach(word -> moods.add(Spelling.key(word)));
  }

  /** Whether all that a value says are moods, of a model or in the user's own words. */
  boolean saysMoodsAlone(String value) {
    return parts(value).map(Spelling::key).allMatch(moods::contains);
  }

  /**
   * The changes that the policy allows.
   *
   * @param values as they are, "" for an empty one; fields that are not in it are not changed
   */
  List<FieldChange> changes(TrackOutcome outcome, Map<TagField, String> values) {
    Map<TagField, FieldState> before = new EnumMap<>(TagField.class);
    for (TagField field : TagField.values()) {
      before.put(field, state(field, values.getOrDefault(field, "")));
    }
    Map<Task, Map<String, String>> spoken = new EnumMap<>(Task.class);
    outcome
        .verdicts()
        .forEach(
            (task, verdict) -> spoken.put(task, words.getOrDefault(verdict.modelId(), Map.of())));
    return planner
        .plan(
            outcome.track(),
            new TagSnapshot("collection", before, List.of(), ""),
            List.copyOf(outcome.verdicts().values()),
            spoken,
            settings)
        .changes()
        .stream()
        .filter(change -> values.containsKey(change.field()))
        .toList();
  }

  /** The words for what was told, as they would go into an empty field; no entry where none was. */
  Map<TagField, List<String>> words(TrackOutcome outcome) {
    Map<TagField, List<String>> told = new EnumMap<>(TagField.class);
    changes(outcome, Map.of(TagField.GENRE, "", TagField.MOOD, ""))
        .forEach(change -> told.put(change.field(), change.after()));
    return told;
  }

  /** A changed value as one text. */
  String text(FieldChange change) {
    return String.join(change.field().isFreeText() ? "\n" : separator, change.after());
  }

  private FieldState state(TagField field, String value) {
    if (value.isEmpty()) {
      return FieldState.ABSENT;
    }
    List<String> values = field.isFreeText() ? List.of(value) : parts(value).toList();
    return new FieldState(values, value.getBytes(StandardCharsets.UTF_8));
  }

  private Stream<String> parts(String value) {
    return Stream.of(value.split(Pattern.quote(separator.strip()), -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }
}
