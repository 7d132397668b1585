package org.tonearm.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackStatus;

/** The tags of a demo, before and after. */
final class DemoTable implements Report {
  private static final int WIDEST = 34;

  private final Path folder;
  private final Map<Path, Map<TagField, FieldState>> before;
  private final Map<Path, TrackOutcome> outcomes = new HashMap<>();

  DemoTable(Path folder, Map<Path, Map<TagField, FieldState>> before) {
    this.folder = folder;
    this.before = before;
  }

  @Override
  public void finished(TrackOutcome outcome) {
    outcomes.put(outcome.track().path(), outcome);
  }

  @Override
  public void end(String note) {
    // The table needs the tags as the files have them now.
  }

  /** Prints it. */
  void print(Map<Path, Map<TagField, FieldState>> after, PrintStream out) {
    List<Path> files = List.copyOf(before.keySet());
    int width = files.stream().mapToInt(file -> name(file).length()).max().orElse(0);
    String line = "%-" + width + "s  %-" + WIDEST + "s  %s%n";
    out.println();
    out.printf(Locale.ROOT, line, "file", "genre", "mood");
    for (Path file : files) {
      out.printf(
          Locale.ROOT,
          line,
          name(file),
          cell(file, TagField.GENRE, after),
          cell(file, TagField.MOOD, after));
    }
    out.println();
    outcomes.values().forEach(outcome -> failure(outcome, out));
    out.println("The files are in " + Shown.path(folder) + "; delete them when you like.");
    out.println("Now with your own music, showing only: tonearm tag --dry-run FOLDER");
  }

  private String cell(Path file, TagField field, Map<Path, Map<TagField, FieldState>> after) {
    String old = values(before.get(file), field);
    String now = values(after.get(file), field);
    if (!old.equals(now)) {
      return (old.isEmpty() ? "(none)" : old) + " -> " + now;
    }
    return old.isEmpty() ? "(none)" + abstention(file, field) : old + " (kept)";
  }

  private String abstention(Path file, TagField field) {
    TrackOutcome outcome = outcomes.get(file);
    if (outcome == null) {
      return "";
    }
    return outcome.verdicts().values().stream()
        .filter(verdict -> TagField.of(verdict.task()) == field && verdict.abstained())
        .map(Verdict::abstention)
        .findFirst()
        .map(reason -> ", " + reason)
        .orElse("");
  }

  private static void failure(TrackOutcome outcome, PrintStream out) {
    if (outcome.status() == TrackStatus.FAILED) {
      outcome
          .problem()
          .ifPresent(
              problem -> {
                out.println(Shown.text(problem.message()));
                out.println("  " + Shown.text(problem.remedy()));
              });
    }
  }

  private String name(Path file) {
    String relative = Shown.path(folder.relativize(file));
    return relative.length() <= WIDEST ? relative : relative.substring(0, WIDEST - 1) + "…";
  }

  private static String values(Map<TagField, FieldState> fields, TagField field) {
    return Shown.text(String.join("; ", fields.getOrDefault(field, FieldState.ABSENT).values()));
  }
}
