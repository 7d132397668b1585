package org.tonearm.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.WindowScores;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.run.ClockTime;
import org.tonearm.run.TrackOutcome;

/** The lines that tell one track to a person. */
@FunctionalInterface
interface TrackText {

  /** Without line ends, safe for a screen. */
  List<String> lines(TrackOutcome outcome);

  /** What became of its tags. */
  static List<String> tags(TrackOutcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "%-10s %s", outcome.status().word(), Shown.path(outcome.track().path())));
    for (FieldChange change : outcome.changes()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "           %-5s  %s -> %s  (%s)",
              change.field().word(),
              values(change.before()),
              values(change.after()),
              Shown.text(change.reason())));
    }
    for (Verdict verdict : inOrder(outcome.verdicts())) {
      if (verdict.abstained()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "           %-5s  left alone: %s",
                verdict.task().word(),
                abstention(verdict)));
      }
    }
    outcome.warnings().forEach(warning -> lines.add("           ! " + Shown.text(warning)));
    return lines;
  }

  /** The best scores. */
  static List<String> scores(TrackOutcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add(Shown.path(outcome.track().path()) + "  (" + ClockTime.text(outcome.seconds()) + ")");
    for (Verdict verdict : inOrder(outcome.verdicts())) {
      String told =
          verdict.abstained()
              ? "   -> " + abstention(verdict)
              : verdict.subgenre().map(kind -> "   -> " + best(List.of(kind), 1)).orElse("");
      lines.add(
          String.format(
              Locale.ROOT, "  %-5s  %s%s", verdict.task().word(), best(verdict.scores(), 4), told));
    }
    outcome.warnings().forEach(warning -> lines.add("  ! " + Shown.text(warning)));
    return lines;
  }

  /** The best scores, and the best of each window. */
  static List<String> timeline(TrackOutcome outcome) {
    List<String> lines = new ArrayList<>(scores(outcome));
    for (Task task : Task.values()) {
      Analysis analysis = outcome.analyses().get(task);
      if (analysis == null) {
        continue;
      }
      for (WindowScores window : analysis.timeline()) {
        List<LabelScore> sorted =
            window.scores().stream()
                .sorted((a, b) -> Double.compare(b.score(), a.score()))
                .toList();
        lines.add(
            String.format(
                Locale.ROOT,
                "    %-5s  %7s - %7s  %s",
                task.word(),
                ClockTime.text(window.startSeconds()),
                ClockTime.text(window.endSeconds()),
                best(sorted, 2)));
      }
    }
    return lines;
  }

  private static List<Verdict> inOrder(Map<Task, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String abstention(Verdict verdict) {
    return switch (verdict.abstention()) {
      case "unsure" ->
          verdict.scores().isEmpty()
              ? "not sure enough"
              : "not sure enough (best guess: " + best(verdict.scores(), 1) + ")";
      case "not-music" -> "does not sound like music";
      case "too-short" -> "too short";
      default -> verdict.abstention();
    };
  }

  private static String best(List<LabelScore> scores, int count) {
    return scores.stream()
        .limit(count)
        .map(score -> String.format(Locale.ROOT, "%s %.2f", score.label(), score.score()))
        .collect(Collectors.joining(", "));
  }

  private static String values(List<String> values) {
    return values.isEmpty()
        ? "(none)"
        : values.stream().map(Shown::text).collect(Collectors.joining("; "));
  }
}
