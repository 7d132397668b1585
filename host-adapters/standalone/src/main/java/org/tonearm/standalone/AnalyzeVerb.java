package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonearm analyze}. */
@Command(
    name = "analyze",
    sortOptions = false,
    sortSynopsis = false,
    header = "Listen to tracks and show the scores; never writes.",
    footer = {
      "",
      "Examples:",
      "  tonearm analyze song.mp3",
      "  tonearm analyze --timeline mix.flac        scores of each part of a long mix",
      "  tonearm analyze --json --timeline *.mp3    the same as JSON Lines, all labels, in seconds",
      "  tonearm analyze --worker                   answers names from stdin, until it ends",
    })
final class AnalyzeVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files, and folders with all that is in them.")
  private List<Path> paths = new ArrayList<>();

  @Mixin private NamePatterns names;

  @Option(
      names = "--json",
      description = "Print JSON Lines: one object a track, with the scores of all labels.")
  private boolean json;

  @Option(
      names = "--worker",
      description = {
        "Work for another program: read the names of files from stdin, a line each, and answer",
        "each with a line of JSON in the same order, until stdin ends. Models are loaded once."
      })
  private boolean worker;

  @Option(
      names = "--timeline",
      description = "Show also how the scores go along the track, window by window.")
  private boolean timeline;

  @Mixin private ListeningOptions listening;

  @Mixin private ConfigurationOption configuration;

  AnalyzeVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    demandOneSource();
    RunSettings settings = configuration.settings(workplace, listening.choices().all());
    try (Composition composition = workplace.composition(settings.configuration())) {
      return worker ? answer(composition, settings) : hear(composition, settings);
    }
  }

  private void demandOneSource() {
    if (worker && !paths.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "With --worker, names come from stdin: name no PATH.");
    }
    if (!worker && paths.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'PATH'");
    }
  }

  private int hear(Composition composition, RunSettings settings)
      throws TonearmException, InterruptedException {
    try (FoundTracks found = names.find(spec, workplace, paths)) {
      return new RunOfTracks(workplace, report(composition, settings))
          .run(
              found,
              listener -> {
                composition
                    .runs()
                    .analyze(
                        found.tracks(), settings.listening(), listener, workplace.cancellation());
                return "";
              });
    }
  }

  private int answer(Composition composition, RunSettings settings)
      throws TonearmException, InterruptedException {
    AnswersInOrder answers = new AnswersInOrder(jsonReport(composition, settings));
    AskedTracks asked =
        AskedTracks.of(workplace.terminal().in(), workplace.cancellation(), answers::finished);
    composition.runs().analyze(asked, settings.listening(), answers, workplace.cancellation());
    return workplace.cancellation().requested() ? ExitCode.INTERRUPTED : ExitCode.GOOD;
  }

  private Report report(Composition composition, RunSettings settings) throws TonearmException {
    return json
        ? jsonReport(composition, settings)
        : new TextReport(
            workplace.terminal().out(), timeline ? TrackText::timeline : TrackText::scores);
  }

  private JsonReport jsonReport(Composition composition, RunSettings settings)
      throws TonearmException {
    return new JsonReport(
        workplace.terminal().out(),
        timeline ? JsonReport.Detail.TIMELINE : JsonReport.Detail.SCORES,
        Optional.of(new HeardValues(composition, settings)::words));
  }
}
