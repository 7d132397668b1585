package org.tonearm.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tonearm.api.Task;
import org.tonearm.learn.LabelChoice;
import org.tonearm.learn.LearnSettings;
import org.tonearm.learn.Lesson;
import org.tonearm.model.evaluation.Figures;
import org.tonearm.model.learned.Taught;
import org.tonearm.run.TrackOutcome;

/** What {@code learn} tells: which labels, how well, and what to do with the model. */
final class LearnText {
  private static final int NAMED = 12;
  private static final int LONGEST = 28;

  private final PrintStream out;
  private final PrintStream err;
  private final Task field;

  LearnText(Terminal terminal, Task field) {
    this.out = terminal.out();
    this.err = terminal.err();
    this.field = field;
  }

  /** Labels, and how well they were told of artists held out. */
  void figures(Lesson lesson) {
    failed(lesson.failed());
    Taught taught = lesson.taught();
    Figures figures = taught.figures();
    List<LabelChoice.Chosen> labels = lesson.choice().labels();
    int width =
        Math.max(5, labels.stream().mapToInt(label -> shown(label).length()).max().orElse(0));
    String row = "  %-" + width + "s %7s %8s %8s %8s%n";
    out.printf(Locale.ROOT, row, field.word(), "tracks", "artists", "found", "right");
    for (int i = 0; i < labels.size(); i++) {
      LabelChoice.Chosen label = labels.get(i);
      out.printf(
          Locale.ROOT,
          row,
          shown(label),
          label.tracks(),
          label.groups(),
          share(figures.recall()[i]),
          share(figures.precision()[i]));
    }
    notMusic(labels, taught);
    leftOut(", for too few tracks or artists", lesson.choice().leftOut());
    leftOut(
        String.format(
            Locale.ROOT,
            ", as %,d tracks in all are learnt from (a lower --least has room for more labels)",
            LearnSettings.MOST_TRACKS),
        lesson.choice().crowdedOut());
    if (lesson.own() > 0) {
      out.printf(
          Locale.ROOT,
          "  left out, for Tonearm itself wrote their %s: %,d (--own-answers learns from them too)%n",
          field.word(),
          lesson.own());
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "Right for %s of %d tracks, each judged without its artist.%n",
        share(figures.accuracy()),
        figures.count());
    out.printf(
        Locale.ROOT,
        "For other artists that may be %s to %s.%n",
        share(taught.range().low()),
        share(taught.range().high()));
    out.printf(
        Locale.ROOT, "Guessing the commonest would be right for %s.%n", share(taught.guessing()));
    out.printf(
        Locale.ROOT,
        "It tells an answer from %.2f on: of %s of the tracks, and %s of those rightly.%n",
        taught.threshold(),
        share(taught.coverage()),
        share(taught.precision()));
    out.println();
  }

  /** The model is in its place. */
  void installed(Lesson lesson, Path folder) {
    String id = lesson.parts().info().id();
    out.println("Installed as " + id + " (figures and chart: card.md there)");
    out.println("  " + Shown.path(folder));
    out.println("  use it:   tonearm tag --" + field.word() + "-model " + id + " --dry-run PATH");
    out.println("  undo:     remove that folder");
  }

  /** The model is not there. */
  void notInstalled(Lesson lesson, boolean asked) {
    if (asked) {
      out.println("Nothing was installed, as asked (--dry-run).");
      if (!lesson.taught().useful()) {
        out.println("Without --dry-run it would not be either: " + why(lesson.taught()));
      }
      return;
    }
    out.println("Not installed: " + why(lesson.taught()));
    out.println("  Tag more tracks of more artists, join labels that sound alike, or leave out");
    out.println(
        "  labels that are no sound (such as decades). --install installs it all the same.");
  }

  private static String why(Taught taught) {
    return taught.better()
        ? "with so few artists, chance may explain it."
        : "it is hardly better than guessing.";
  }

  /** Found or not, no answer is told of these when tagging. */
  private void notMusic(List<LabelChoice.Chosen> labels, Taught taught) {
    for (int i = 0; i < labels.size(); i++) {
      int tracks = taught.notMusic().get(i);
      if (tracks > 0) {
        out.printf(
            Locale.ROOT,
            "  of %s, %d %s no music, of which nothing is ever told%n",
            shown(labels.get(i)),
            tracks,
            tracks == 1 ? "sounds like" : "sound like");
      }
    }
  }

  private void leftOut(String reason, List<LabelChoice.LeftOut> labels) {
    if (labels.isEmpty()) {
      return;
    }
    String more = labels.size() > NAMED ? " and " + (labels.size() - NAMED) + " more" : "";
    out.println(
        labels.stream()
            .limit(NAMED)
            .map(l -> Shown.text(l.name()) + " (" + l.found() + of(l) + ")")
            .collect(Collectors.joining(", ", "  left out" + reason + ": ", more)));
  }

  private static String of(LabelChoice.LeftOut label) {
    return label.groups() == 1 && label.found() > 1 ? " of one artist" : "";
  }

  private void failed(List<TrackOutcome> failed) {
    if (failed.isEmpty()) {
      return;
    }
    err.println(
        "Could not be read or heard: "
            + failed.size()
            + (failed.size() > NAMED ? ", such as" : ""));
    failed.stream()
        .limit(NAMED)
        .flatMap(outcome -> outcome.problem().stream())
        .forEach(problem -> err.println("  " + Shown.text(problem.message())));
  }

  private static String shown(LabelChoice.Chosen label) {
    String name = Shown.text(label.name());
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * value);
  }
}
