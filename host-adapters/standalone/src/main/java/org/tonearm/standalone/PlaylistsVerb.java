package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tonearm playlists}. */
@Command(
    name = "playlists",
    sortOptions = false,
    sortSynopsis = false,
    header =
        "Listen to tracks and make M3U8 playlists by genre and mood; no music file is touched.",
    footer = {
      "",
      "Examples:",
      "  tonearm playlists ~/Music -o ~/Playlists",
      "  tonearm playlists ~/Music --by mood --min-mood 0.8 -o ~/Moods",
    })
final class PlaylistsVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private PathOptions paths;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Folder for the playlists: a new or an empty one.")
  private Path output;

  @Mixin private ByOption by;

  @Mixin private ListeningOptions listening;

  @Mixin private ConfigurationOption configuration;

  PlaylistsVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    RunSettings settings = configuration.settings(workplace, listening.choices().all());
    HeardPlaylists playlists = HeardPlaylists.in(output, by.fields());
    try (FoundTracks found = paths.find(workplace);
        Composition composition = workplace.composition(settings.configuration())) {
      HeardValues heard = new HeardValues(composition, settings);
      Report report = new TextReport(workplace.terminal().out(), TrackText::scores);
      return new RunOfTracks(workplace, report)
          .run(
              found,
              listener -> {
                composition
                    .runs()
                    .analyze(
                        found.tracks(),
                        settings.listening(),
                        outcome -> {
                          playlists.add(outcome, heard);
                          listener.finished(outcome);
                        },
                        workplace.cancellation());
                return workplace.cancellation().requested() ? "" : playlists.write();
              });
    }
  }
}
