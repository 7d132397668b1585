package org.tonearm.tag.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.taxonomy.Taxonomy;

/**
 * What becomes of one field.
 *
 * @param change empty if it stays as it is
 * @param note why the user's rules kept it as it is; empty if nothing was kept out
 */
record FieldDecision(Optional<FieldChange> change, Optional<String> note) {
  private static final FieldDecision STAYS = new FieldDecision(Optional.empty(), Optional.empty());

  /**
   * Decides.
   *
   * @param present values of the field as they stand
   * @param told words that may be written, best first
   */
  static FieldDecision of(
      TagField field,
      List<String> present,
      List<Told> told,
      PlanSettings settings,
      Taxonomy taxonomy) {
    if (told.isEmpty()) {
      return STAYS;
    }
    if (present.isEmpty()) {
      return planned(field, present, texts(told), "the field was empty", told);
    }
    if (present.stream().allMatch(taxonomy::isPlaceholder)) {
      String nothing = "'" + String.join("', '", present) + "' says nothing";
      return planned(field, present, texts(told), nothing, told);
    }
    Presence presence = Presence.of(field, present, taxonomy);
    return switch (settings.policy()) {
      case FILL -> STAYS;
      case MERGE ->
          planned(field, present, presence.with(texts(told)), "added to what was there", told);
      case REPLACE ->
          presence.coversAll(texts(told)) ? STAYS : replaced(field, presence, told, settings);
    };
  }

  private static FieldDecision replaced(
      TagField field, Presence presence, List<Told> told, PlanSettings settings) {
    double least = settings.leastReplace().getOrDefault(field, 0.0);
    List<Told> sure =
        told.stream().flatMap(word -> word.first(t -> t.score() >= least).stream()).toList();
    if (sure.isEmpty()) {
      return new FieldDecision(Optional.empty(), Optional.of(tooUnsure(field, told.get(0), least)));
    }
    return presence.coversAll(texts(sure))
        ? STAYS
        : planned(
            field, presence.values(), presence.insteadBy(texts(sure)), "replaced, as asked", sure);
  }

  private static String tooUnsure(TagField field, Told told, double least) {
    return String.format(
        Locale.ROOT,
        "The %s was not replaced by %s: %.2f sure, and replacing needs %.2f.",
        field.word(),
        told.word(),
        // Rounded down, or 0.799 would read as 0.80 and still be too little.
        Math.floor(told.score() * 100) / 100,
        least);
  }

  private static FieldDecision planned(
      TagField field, List<String> before, List<String> after, String reason, List<Told> told) {
    return before.equals(after)
        ? STAYS
        : new FieldDecision(
            Optional.of(new FieldChange(field, before, after, reason + led(told))),
            Optional.empty());
  }

  private static String led(List<Told> told) {
    StringBuilder led = new StringBuilder();
    told.stream()
        .filter(Told::led)
        .forEach(
            word ->
                led.append("; ").append(word.meaning()).append(" is told as ").append(word.word()));
    return led.toString();
  }

  private static List<String> texts(List<Told> told) {
    return told.stream().map(Told::word).toList();
  }
}
