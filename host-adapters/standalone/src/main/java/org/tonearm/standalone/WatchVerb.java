package org.tonearm.standalone;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.Configuration;
import org.tonearm.configuration.RunSettings;
import org.tonearm.library.LibraryScan;
import org.tonearm.library.index.FileStats;
import org.tonearm.run.Recollection;
import org.tonearm.run.TaggingSettings;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.lock.RunLock;
import org.tonearm.tag.write.OpenFiles;
import org.tonearm.watch.Batches;
import org.tonearm.watch.EventSource;
import org.tonearm.watch.FolderWatch;
import org.tonearm.watch.LowPriority;
import org.tonearm.watch.SettlingQueue;
import org.tonearm.watch.StatusBoard;
import org.tonearm.watch.StatusFile;
import org.tonearm.watch.StatusPage;
import org.tonearm.watch.TakenBack;
import org.tonearm.watch.Watch;
import org.tonearm.watch.WatchStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tonearm watch}. */
@Command(
    name = "watch",
    sortOptions = false,
    sortSynopsis = false,
    header = "Watch folders and tag what arrives in them.",
    description = {
      "",
      "A file is tagged when it has stopped growing; what came while nobody watched is tagged first."
          + " Every write is recorded first and can be taken back with 'tonearm undo'. Ctrl-C ends"
          + " the watch with the file that is being written.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm watch ~/Music ~/Downloads",
      "  tonearm watch ~/Music --quiet-hours 22:00-07:00",
      "  tonearm watch ~/Music --install-service    write a systemd user unit",
      "  tonearm watch --status",
    })
final class WatchVerb implements Callable<Integer> {
  /** What may pass: a full disk, a folder that can't be written to for a while, another watch. */
  private static final Set<String> PASSING =
      Set.of("journal-busy", "journal-io", "watch-busy", "watch-io");

  private final Workplace workplace;

  @Mixin private WatchOptions watch;

  @Option(names = "--status", description = "Say how the watch that is running is getting on.")
  private boolean status;

  @Option(
      names = "--install-service",
      description =
          "Write a systemd user unit that watches so, and say how to start it. It is not started.")
  private boolean install;

  @Option(names = "--uninstall-service", description = "Remove that unit.")
  private boolean uninstall;

  @Mixin private ListeningOptions listening;
  @Mixin private TaggingOptions tagging;
  @Mixin private WritingOptions writing;
  @Mixin private ConfigurationOption configuration;

  WatchVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    if (status) {
      return tellStatus();
    }
    if (uninstall) {
      WatchUnit.ofUser(workplace).uninstall();
      return ExitCode.GOOD;
    }
    RunSettings settings =
        configuration.settings(
            workplace,
            watch.choices().and(listening.choices(), tagging.choices(), writing.choices()));
    if (install) {
      watch.folders();
      WatchUnit.ofUser(workplace).install();
      return ExitCode.GOOD;
    }
    try {
      lockAndWatch(settings, WatchPlace.of(workplace.data()));
      return ExitCode.INTERRUPTED;
    } catch (TonearmException e) {
      if (!PASSING.contains(e.code())) {
        throw e;
      }
      PrintStream err = workplace.terminal().err();
      err.println(Shown.text(e.getMessage()));
      err.println("  " + Shown.text(e.remedy()));
      return ExitCode.PASSING;
    }
  }

  private void lockAndWatch(RunSettings settings, WatchPlace place)
      throws TonearmException, InterruptedException {
    RunLock lock = place.take(workplace);
    try {
      watch(settings, place);
    } finally {
      lock.close();
    }
  }

  private void watch(RunSettings settings, WatchPlace place)
      throws TonearmException, InterruptedException {
    Configuration.Watch holds = settings.configuration().watch();
    Watch.Settings how = watch.settings(holds);
    FileStats stats = new FileStats();
    StatusBoard board = new StatusBoard();
    WatchReport report = new WatchReport(workplace.terminal(), place, board, holds.health());
    SettlingQueue queue =
        new SettlingQueue(holds.settle(), stats, new OpenFiles(), System::nanoTime);
    Watch.Parts parts =
        new Watch.Parts(
            new LibraryScan(), stats, watch.filter(holds), queue, batches(settings), board);
    if (System.getProperty("tonearm.launcher") != null) {
      LowPriority.take(); // only of a process that is there for this
    }
    Optional<StatusPage> page = Optional.empty();
    report.begin();
    try (EventSource source = FolderWatch.open(how.roots(), holds.poll(), report::line)) {
      page = page(holds, board);
      page.ifPresent(p -> report.line("Status: http://localhost:" + p.address().getPort() + "/"));
      how.roots().forEach(root -> report.line("Watching " + Shown.path(root) + "."));
      new Watch(source, parts, how, report).run(workplace.cancellation()::requested);
    } finally {
      report.end();
      page.ifPresent(StatusPage::close);
    }
  }

  private static Optional<StatusPage> page(Configuration.Watch holds, StatusBoard board)
      throws TonearmException {
    return holds.statusPort().isPresent()
        ? Optional.of(StatusPage.open(holds.statusPort().get(), board::status))
        : Optional.empty();
  }

  /** Each batch is an ordinary run; between two of them nothing is held open. */
  private Batches batches(RunSettings settings) {
    TaggingSettings taggingSettings = tagging.settings(settings, writing);
    return (tracks, told) ->
        new TurnOption()
            .inTurn(
                workplace,
                true,
                () -> {
                  try (Composition composition = workplace.composition(settings.configuration())) {
                    Recollection recollection = composition.recollection();
                    WantedTracks wanted =
                        new WantedTracks(tracks, new TakenBack(composition.journal()));
                    new TagRun(workplace, composition, settings, taggingSettings)
                        .tag(
                            wanted,
                            outcome -> told.finished(outcome, recollection::knows),
                            workplace.host().refreshHint());
                    wanted
                        .leftOut()
                        .forEach(t -> told.finished(TrackOutcome.full(t), recollection::knows));
                    return ExitCode.GOOD;
                  }
                });
  }

  private int tellStatus() {
    WatchPlace place = WatchPlace.of(workplace.data());
    Optional<WatchStatus> known = StatusFile.read(place.status());
    if (known.isEmpty()) {
      workplace.terminal().out().println("No watch has run on this data folder.");
      return ExitCode.SOME_FAILED;
    }
    boolean running = place.runs(known.get());
    workplace.terminal().out().println(running ? "A watch is running." : "No watch is running.");
    List<String> lines = known.get().lines();
    lines.forEach(line -> workplace.terminal().out().println("  " + Shown.text(line)));
    return running ? ExitCode.GOOD : ExitCode.SOME_FAILED;
  }
}
