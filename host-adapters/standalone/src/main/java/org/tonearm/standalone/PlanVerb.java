package org.tonearm.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import org.tonearm.run.ListeningSettings;
import org.tonearm.run.Proposal;
import org.tonearm.run.TaggingSettings;
import org.tonearm.run.TrackStatus;
import org.tonearm.tag.planfile.PlanFileWriter;
import org.tonearm.tag.planfile.PlanHeader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tonearm plan}. */
@Command(
    name = "plan",
    sortOptions = false,
    sortSynopsis = false,
    header = "Listen to tracks and write down, in a file, what would be tagged.",
    description = {
      "",
      "No music file is touched. Look at the plan with 'tonearm show', write it with 'tonearm"
          + " apply'.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm plan ~/Music -o plan.json",
      "  tonearm show plan.json --value Rock",
      "  tonearm apply plan.json",
    })
final class PlanVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private PathOptions paths;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where the plan goes. It appears when it is complete.")
  private Path output;

  @Option(
      names = "--json",
      description = "Print JSON Lines as well: one object a track, as soon as it is through.")
  private boolean json;

  @Mixin private ListeningOptions listening;
  @Mixin private TaggingOptions tagging;

  @Mixin private ConfigurationOption configuration;

  PlanVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    RunSettings settings =
        configuration.settings(workplace, listening.choices().and(tagging.choices()));
    ListeningSettings listeningSettings = settings.listening();
    TaggingSettings taggingSettings = tagging.settings(settings);
    PlanHeader header =
        new PlanHeader(Instant.now(), workplace.commandLine(), taggingSettings.profile());
    try (FoundTracks found = paths.find(workplace, taggingSettings.albums());
        Composition composition = workplace.composition(settings.configuration());
        PlanFileWriter plan = PlanFileWriter.create(output, header)) {
      int code =
          new RunOfTracks(workplace, Report.of(workplace, json))
              .run(
                  found,
                  listener -> {
                    Tally tally = new Tally();
                    AtomicReference<IOException> fault = new AtomicReference<>();
                    composition
                        .runs()
                        .plan(
                            found.tracks(),
                            listeningSettings,
                            taggingSettings,
                            proposal -> add(plan, proposal, fault),
                            outcome -> {
                              tally.finished(outcome);
                              listener.finished(outcome);
                            },
                            workplace.cancellation());
                    if (fault.get() != null) {
                      throw PlanFileWriter.fault(output, fault.get());
                    }
                    return workplace.cancellation().requested() ? "" : complete(plan, tally);
                  });
      if (code == ExitCode.GOOD && !plan.completed()) {
        plan.complete(); // of no tracks: an older one must not be taken for it
      }
      return code;
    }
  }

  /** A plan that can't be written is no reason to listen to the rest of a library. */
  private void add(PlanFileWriter plan, Proposal proposal, AtomicReference<IOException> fault) {
    try {
      plan.add(proposal.forFile());
    } catch (UncheckedIOException e) {
      fault.compareAndSet(null, e.getCause());
      workplace.cancellation().request();
    }
  }

  private String complete(PlanFileWriter plan, Tally tally) throws TonearmException {
    plan.complete();
    int changes = tally.of(TrackStatus.PLANNED);
    return changes == 0
        ? "Nothing would be changed; " + Shown.path(output) + " says why."
        : changes
            + " of "
            + tally.all()
            + " tracks would be changed. To look and to write:\n  tonearm show "
            + Shown.path(output)
            + "\n  tonearm apply "
            + Shown.path(output);
  }
}
