package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.Parts;
import org.tonearm.configuration.Configuration;
import org.tonearm.configuration.Configurations;
import org.tonearm.configuration.RunSettings;
import org.tonearm.run.Cancellation;

/** The engine as a library: the page docs/embedding.md shows what stands between the marks. */
final class Embedding {
  private Embedding() {}

  // begin
  /** Tags all files of a folder, and takes it back; returns what was told of each file. */
  static List<String> tagAndTakeBack(Path music, Path data, Parts parts)
      throws TonearmException, InterruptedException {
    Configuration configuration = Configurations.defaults();
    RunSettings settings = new RunSettings(configuration, TagProfile.DEFAULT, "My program 1.0");
    TrackRequest all = new TrackRequest(List.of(music), List.of(), List.of(), System.err::println);
    List<String> told = new ArrayList<>();
    try (Composition tonearm = new Composition(new DataFolder(data), parts, configuration);
        Stream<Track> tracks = tonearm.scan().tracks(all)) {
      long run =
          tonearm
              .runs()
              .tag(
                  tracks.iterator(),
                  settings.listening(),
                  settings.tagging(false, false),
                  tonearm.journal(),
                  "My program",
                  outcome -> told.add(outcome.track().path() + " " + outcome.changes()),
                  new Cancellation());
      tonearm.undo().undo(run, false, file -> told.add(file.path() + " is as it was"));
    }
    return told;
  }
  // end
}
