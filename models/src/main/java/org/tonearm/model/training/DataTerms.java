package org.tonearm.model.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tonearm.model.dataset.Clip;

/**
 * The data sets that a model was trained on and their terms, as its card tells them.
 *
 * @param clips of each data set
 * @param terms of each data set, as its manifest states them
 */
public record DataTerms(Map<String, Integer> clips, Map<String, List<String>> terms) {
  /** All terms in one sentence. */
  public static final String SUMMARY =
      "research data without a licence for its audio; see the card for the terms of each set";

  /** Gathers what the clips' manifests state. */
  public static DataTerms of(List<Clip> clips) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, List<String>> terms = new TreeMap<>();
    clips.stream()
        .collect(Collectors.groupingBy(Clip::dataset))
        .forEach(
            (set, own) -> {
              counts.put(set, own.size());
              terms.put(
                  set,
                  List.copyOf(
                      new TreeSet<>(
                          own.stream()
                              .map(c -> c.column("license_note"))
                              .filter(note -> !note.isEmpty())
                              .toList())));
            });
    return new DataTerms(counts, terms);
  }

  /** The sets' names. */
  public String names() {
    return String.join(", ", clips.keySet());
  }

  /** A table, and what holds for all sets. */
  public String markdown() {
    StringBuilder out =
        new StringBuilder("| data set | clips | terms as stated |\n|---|---|---|\n");
    clips.forEach(
        (set, count) ->
            out.append("| ")
                .append(set)
                .append(" | ")
                .append(count)
                .append(" | ")
                .append(String.join("; ", terms.get(set)).replace("|", "/"))
                .append(" |\n"));
    return out.append(
            "\nNo audio of these sets is part of this project. Genre and mood as these sets define"
                + " them: Western popular and classical music for the most part. Where a label"
                + " comes nearly all from one set, the model may have learned the set as well as"
                + " the music: see the accuracy by data set.\n")
        .toString();
  }
}
