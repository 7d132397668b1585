package org.tonearm.fuzz;

import java.util.Map;
import java.util.TreeMap;

/** How often each step came to each end, by format. */
final class Tallies {
  private final Map<String, Map<String, Integer>> byFormat = new TreeMap<>();
  private final Map<String, Integer> all = new TreeMap<>();

  void add(String format, Map<String, String> outcomes) {
    outcomes.forEach(
        (step, outcome) -> {
          String end = step + ": " + outcome;
          byFormat.computeIfAbsent(format, f -> new TreeMap<>()).merge(end, 1, Integer::sum);
          all.merge(end, 1, Integer::sum);
        });
  }

  int count(String end) {
    return all.getOrDefault(end, 0);
  }

  Map<String, Map<String, Integer>> byFormat() {
    return byFormat;
  }

  String table() {
    StringBuilder table = new StringBuilder();
    byFormat.forEach((format, ends) -> table.append(format).append(": ").append(ends).append('\n'));
    return table.append("all: ").append(all).append('\n').toString();
  }
}
