package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.TagField;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.Configuration;
import org.tonearm.run.RunListener;
import org.tonearm.run.Runs;
import org.tonearm.run.TaggingSettings;
import org.tonearm.run.TrackStatus;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.planfile.PlanFile;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.write.WriteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tonearm apply}. */
@Command(
    name = "apply",
    sortOptions = false,
    sortSynopsis = false,
    header = "Write a plan into the files it was made for.",
    description = {
      "",
      "A file whose tags or audio were changed since the plan was made is left alone, and named."
          + " Every write is recorded first and can be taken back with 'tonearm undo'.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm apply plan.json --dry-run        say which files are still as planned",
      "  tonearm apply plan.json",
      "  tonearm apply plan.json --field genre --min-score 0.8",
    })
final class ApplyVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "PLAN", description = "A file made by 'tonearm plan'.")
  private Path file;

  @Mixin private PlanFilterOptions filter;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Look at each file and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--json",
      description = "Print JSON Lines: one object a track, as soon as it is through.")
  private boolean json;

  @Mixin private WritingOptions writing;
  @Mixin private ConfigurationOption configuration;
  @Mixin private TurnOption turn;

  ApplyVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    return turn.inTurn(workplace, !dryRun, this::apply);
  }

  private Integer apply() throws TonearmException, InterruptedException {
    Configuration holds =
        configuration.settings(workplace, writing.choices().all()).configuration();
    try (PlanFile plan = PlanFile.open(file);
        Composition composition = workplace.composition(holds)) {
      PlannedTracks planned =
          PlannedTracks.counted(
              plan,
              file,
              filter
                  .filter(Set.of(PlannedTrack.PLANNED))
                  .without(holds.tagging().protectedFields()));
      tellLeftOut(planned.leftOut());
      TaggingSettings settings =
          new TaggingSettings(
              PlanSettings.DEFAULT,
              plan.head().profile(),
              new WriteOptions(writing.allowAttributeLoss(), holds.tagging().hardLinks()),
              false);
      return new RunOfTracks(workplace, Report.of(workplace, json))
          .run(planned, listener -> go(composition, holds, planned, settings, listener));
    } catch (PlannedTracks.Damaged e) {
      throw e.reason();
    }
  }

  private void tellLeftOut(Set<TagField> fields) {
    if (!fields.isEmpty()) {
      workplace
          .terminal()
          .err()
          .println(
              "Left out, since tagging.protected keeps them as they are: "
                  + fields.stream().map(TagField::word).collect(Collectors.joining(", "))
                  + ". 'tonearm config' says where that is set.");
    }
  }

  private String go(
      Composition composition,
      Configuration holds,
      PlannedTracks planned,
      TaggingSettings settings,
      RunListener listener)
      throws TonearmException, InterruptedException {
    Runs runs = composition.runs();
    int jobs = holds.listening().jobs();
    if (dryRun) {
      runs.checkPlan(planned, settings, jobs, listener, workplace.cancellation());
      return "Nothing was written: this was a dry run.";
    }
    Tally tally = new Tally();
    Journal journal = workplace.journal(composition);
    long run =
        runs.apply(
            planned,
            settings,
            journal,
            workplace.commandLine(),
            jobs,
            outcome -> {
              tally.finished(outcome);
              listener.finished(outcome);
            },
            workplace.cancellation());
    OldRuns.forget(journal, holds);
    return tally.of(TrackStatus.WRITTEN) > 0
        ? "To take this back: tonearm undo " + run + "\n" + workplace.host().refreshHint()
        : "";
  }
}
