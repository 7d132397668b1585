package org.tonearm.tag.plan;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tonearm.api.Verdict;

/**
 * Says where values come from, such as {@code tonearm 1.0; genre=genre-indrnn-2 Rock 0.83}.
 *
 * @param program name and version, without a semicolon
 */
public record Provenance(String program) {
  /** Checks that nothing is null. */
  public Provenance {
    Objects.requireNonNull(program);
  }

  /** One value's part of the text: field, model, word and score. */
  static String part(Verdict verdict, Told told) {
    return String.format(
        Locale.ROOT,
        "%s=%s %s %.2f",
        verdict.task().word(),
        verdict.modelId(),
        told.word(),
        told.score());
  }

  /**
   * The field's values as they should be. A text that differs in the program's version alone is
   * left: a new version is no reason to write every file again.
   *
   * @param present values of the field
   * @param parts one a value that the tags say; if empty, nothing is written
   */
  List<String> applied(List<String> present, List<String> parts) {
    String origins = String.join("; ", parts);
    boolean said =
        present.size() == 1
            && present.get(0).substring(present.get(0).indexOf(';') + 1).strip().equals(origins);
    return parts.isEmpty() || said ? present : List.of(program + "; " + origins);
  }
}
