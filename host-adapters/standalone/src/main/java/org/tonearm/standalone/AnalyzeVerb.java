package org.tonearm.standalone;

import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    })
final class AnalyzeVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private PathOptions paths;

  @Option(
      names = "--json",
      description = "Print JSON Lines: one object a track, with the scores of all labels.")
  private boolean json;

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
    RunSettings settings = configuration.settings(workplace, listening.choices().all());
    try (FoundTracks found = paths.find(workplace);
        Composition composition = workplace.composition(settings.configuration())) {
      return new RunOfTracks(workplace, report())
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

  private Report report() {
    if (json) {
      return new JsonReport(
          workplace.terminal().out(),
          timeline ? JsonReport.Detail.TIMELINE : JsonReport.Detail.SCORES);
    }
    return new TextReport(
        workplace.terminal().out(), timeline ? TrackText::timeline : TrackText::scores);
  }
}
