package org.tonearm.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tonearm.api.LabelScore;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.run.TrackStatus;
import org.tonearm.tag.planfile.PlanFile;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.planfile.TrackJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tonearm show}. */
@Command(
    name = "show",
    sortOptions = false,
    sortSynopsis = false,
    header = "Show a plan: each field before and after.",
    footer = {
      "",
      "Examples:",
      "  tonearm show plan.json",
      "  tonearm show plan.json --field genre --value Rock --min-score 0.8",
      "  tonearm show plan.json --status abstained,failed    what is left alone, and why",
    })
final class ShowVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "PLAN", description = "A file made by 'tonearm plan'.")
  private Path file;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description =
          "Tracks that are planned (default), unchanged, abstained or failed; several with commas"
              + " between.")
  private Set<TrackStatus> statuses = new LinkedHashSet<>(Set.of(TrackStatus.PLANNED));

  @Mixin private PlanFilterOptions filter;

  @Option(names = "--json", description = "Print JSON Lines: the plan's own objects.")
  private boolean json;

  ShowVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    PrintStream out = workplace.terminal().out();
    Set<String> words = statuses.stream().map(TrackStatus::word).collect(Collectors.toSet());
    int shown = 0;
    Map<String, Integer> values = new TreeMap<>();
    try (PlanFile plan = PlanFile.open(file)) {
      PlannedTracks tracks = new PlannedTracks(plan, filter.filter(words));
      while (tracks.hasNext()) {
        workplace.cancellation().check();
        PlannedTrack track = tracks.next();
        shown++;
        if (json) {
          out.print(new TrackJson().write(track) + "\n");
        } else {
          lines(track).forEach(out::println);
          track.changes().forEach(change -> count(change, values));
        }
      }
      if (!json) {
        end(plan, shown, values);
      }
    } catch (PlannedTracks.Damaged e) {
      throw e.reason();
    }
    return ExitCode.GOOD;
  }

  private void end(PlanFile plan, int shown, Map<String, Integer> values) {
    PrintStream out = workplace.terminal().out();
    out.println();
    values.forEach((value, count) -> out.printf(Locale.ROOT, "%6d  %s%n", count, value));
    out.printf(
        Locale.ROOT,
        "%6d  tracks, planned %s by: %s%n",
        shown,
        plan.head().created(),
        Shown.text(plan.head().commandLine()));
  }

  private static void count(FieldChange change, Map<String, Integer> values) {
    change
        .after()
        .forEach(
            value ->
                values.merge(change.field().word() + "  " + Shown.text(value), 1, Integer::sum));
  }

  private static List<String> lines(PlannedTrack track) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%-10s %s", track.status(), Shown.path(track.path())));
    for (FieldChange change : track.changes()) {
      lines.add("           - " + change.field().word() + "  " + values(change.before()));
      lines.add(
          "           + "
              + change.field().word()
              + "  "
              + values(change.after())
              + score(track, change)
              + "  ("
              + Shown.text(change.reason())
              + ")");
    }
    track
        .problem()
        .ifPresent(
            problem ->
                lines.add(
                    "           " + Shown.text(problem.message()) + " [" + problem.code() + "]"));
    return lines;
  }

  private static String score(PlannedTrack track, FieldChange change) {
    return track.verdicts().stream()
        .filter(verdict -> verdict.task().word().equals(change.field().word()))
        .map(Verdict::narrowest)
        .flatMap(List::stream)
        .mapToDouble(LabelScore::score)
        .max()
        .stream()
        .mapToObj(score -> String.format(Locale.ROOT, "  %.2f", score))
        .findFirst()
        .orElse("");
  }

  private static String values(List<String> values) {
    return values.isEmpty()
        ? "(none)"
        : values.stream().map(Shown::text).collect(Collectors.joining("; "));
  }
}
