package org.tonearm.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.configuration.Configurations;
import org.tonearm.run.ListeningSettings;
import org.tonearm.run.TaggingSettings;
import org.tonearm.standalone.demo.DemoCollection;
import org.tonearm.standalone.demo.DemoTrack;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.write.WriteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tonearm demo}. */
@Command(
    name = "demo",
    header = "Make a small collection in a temporary folder, tag it, show the tags.",
    description = {
      "",
      "Without FOLDER, plays short pieces of its own into every format that can be tagged. With"
          + " FOLDER, copies of up to "
          + DemoVerb.MOST_COPIES
          + " of your own tracks take their place; the originals are only read.",
      ""
    },
    footer = {"", "Examples:", "  tonearm demo", "  tonearm demo ~/Music"})
final class DemoVerb implements Callable<Integer> {
  static final int MOST_COPIES = 20;

  private final Workplace workplace;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Folder of your own music.")
  private Path userFolder;

  DemoVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    Path folder = temporaryFolder();
    List<DemoTrack> collection = collection(folder.resolve("music"));
    List<Track> tracks =
        collection.stream().map(track -> new Track(track.file(), folder.toString())).toList();
    // The demo has a journal of its own: it must not be what 'tonearm undo --last' finds.
    DataFolder data = new DataFolder(folder.resolve("journal"));
    try (Composition composition =
        workplace.compositions().apply(data, Configurations.defaults())) {
      Map<Path, Map<TagField, FieldState>> before = tags(composition.codecs(), tracks);
      DemoTable table = new DemoTable(folder.resolve("music"), before);
      PrintStream err = workplace.terminal().err();
      err.println("Listening to " + tracks.size() + " tracks …");
      int code =
          new RunOfTracks(workplace, table)
              .run(
                  FoundTracks.of(tracks),
                  listener -> {
                    composition
                        .runs()
                        .tag(
                            tracks.iterator(),
                            listening(),
                            tagging(),
                            composition.journal(),
                            workplace.commandLine(),
                            listener,
                            workplace.cancellation());
                    return "";
                  });
      table.print(tags(composition.codecs(), tracks), workplace.terminal().out());
      return code;
    }
  }

  private List<DemoTrack> collection(Path folder) throws TonearmException, InterruptedException {
    PrintStream err = workplace.terminal().err();
    if (userFolder != null) {
      err.println("Copying some of your tracks to " + Shown.path(folder) + " …");
      return new DemoCollection().copyOf(userFolder, folder, MOST_COPIES);
    }
    err.println("Making a small collection in " + Shown.path(folder) + " …");
    return new DemoCollection()
        .create(
            folder,
            (done, of, track) ->
                err.printf("  %2d of %d  %s%n", done, of, Shown.path(track.file().getFileName())));
  }

  private static ListeningSettings listening() {
    int jobs = Runtime.getRuntime().availableProcessors();
    return new ListeningSettings(Set.of(Task.values()), Map.of(), Map.of(), Excerpts.WHOLE, jobs);
  }

  private TaggingSettings tagging() {
    return new TaggingSettings(
        PlanSettings.DEFAULT, workplace.host().profile(), WriteOptions.DEFAULT, false);
  }

  /** As the files have them; a file whose tags can't be read has none here. */
  private static Map<Path, Map<TagField, FieldState>> tags(
      CodecRegistry codecs, List<Track> tracks) {
    Map<Path, Map<TagField, FieldState>> tags = new LinkedHashMap<>();
    for (Track track : tracks) {
      try {
        Path file = track.path();
        tags.put(file, codecs.codecFor(file).read(file, TagProfile.DEFAULT).fields());
      } catch (TagException e) {
        tags.put(track.path(), Map.of());
      }
    }
    return tags;
  }

  private static Path temporaryFolder() throws ConfigurationException {
    try {
      return Files.createTempDirectory("tonearm-demo-");
    } catch (IOException e) {
      throw new ConfigurationException(
          "unwritable",
          "No temporary folder can be made: " + e.getMessage(),
          "Make room in the temporary folder, or name another one by TMPDIR (Windows: TEMP).",
          e);
    }
  }
}
