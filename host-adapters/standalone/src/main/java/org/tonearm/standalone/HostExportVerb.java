package org.tonearm.standalone;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostException;
import org.tonearm.api.tag.TagField;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.Given;
import org.tonearm.configuration.RunSettings;
import org.tonearm.run.RunListener;
import org.tonearm.run.TrackOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tonearm host NAME export}. */
@Command(
    name = "export",
    sortOptions = false,
    sortSynopsis = false,
    header = "Listen to the tracks of a library, and write an updated copy of it, or playlists.",
    description = {
      "",
      "Neither the library nor any music file is touched. In the copy only genre, mood and comment"
          + " of tracks differ; what may happen to values that are there, --policy says.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm host rekordbox export -o new.xml",
      "  tonearm host traktor export --playlists ~/Playlists --by mood --min-mood 0.8",
    })
final class HostExportVerb implements Callable<Integer> {
  private final Workplace standing;

  @Spec private CommandSpec spec;

  @ParentCommand private HostVerb host;

  @Mixin private HostTracksOptions tracks;

  @Mixin private LibraryOption library;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The updated copy of the library: a new file.")
  private Path output;

  @Option(
      names = "--playlists",
      paramLabel = "DIR",
      description = "Folder for M3U8 playlists by genre and mood: a new or an empty one.")
  private Path playlists;

  @Mixin private ByOption by;

  @Option(
      names = "--json",
      description = "Print JSON Lines: one object a track, as soon as it is through.")
  private boolean json;

  @Option(
      names = "--policy",
      paramLabel = "fill|merge|replace",
      description = "What may happen to values that are in the library, as with 'tonearm tag'.")
  private String policy;

  @Option(
      names = "--min-replace",
      paramLabel = "P",
      description =
          "Least probability, 0 to 1, at which a value that is there is replaced (default: 0.8).")
  private String minReplace;

  @Mixin private ListeningOptions listening;

  @Mixin private ConfigurationOption configuration;

  HostExportVerb(Workplace workplace) {
    this.standing = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    if (output == null && playlists == null) {
      throw new ParameterException(
          spec.commandLine(), "Name --output FILE, --playlists DIR, or both.");
    }
    HostAdapter adapter = library.of(host);
    HostCollection collection = LibraryOption.collection(adapter);
    if (output != null) {
      checkNew(output);
    }
    LibraryOption.warn(standing, adapter);
    Optional<HeardPlaylists> lists =
        playlists == null
            ? Optional.empty()
            : Optional.of(HeardPlaylists.in(playlists, by.fields()));
    Workplace workplace = standing.on(adapter);
    RunSettings settings =
        configuration.settings(
            workplace, HostWishes.forCollection(adapter, places(collection)), choices());
    try (FoundTracks found = tracks.find(workplace);
        Composition composition = workplace.composition(settings.configuration())) {
      HeardValues heard = new HeardValues(composition, settings);
      CollectionExport export = new CollectionExport(collection, heard);
      return new RunOfTracks(workplace, Report.of(workplace, json))
          .run(
              found,
              listener -> {
                composition
                    .runs()
                    .analyze(
                        found.tracks(),
                        settings.listening(),
                        outcome -> hear(outcome, export, lists, heard, listener),
                        workplace.cancellation());
                return workplace.cancellation().requested() ? "" : written(adapter, export, lists);
              });
    }
  }

  private Map<String, Given> choices() {
    Choices choices =
        new Choices()
            .with("--policy", policy, "tagging.policy")
            .with(
                "--min-replace", minReplace, "thresholds.replace-genre", "thresholds.replace-mood");
    return listening.choices().and(choices);
  }

  private void hear(
      TrackOutcome outcome,
      CollectionExport export,
      Optional<HeardPlaylists> lists,
      HeardValues heard,
      RunListener listener) {
    lists.ifPresent(all -> all.add(outcome, heard));
    listener.finished(output == null ? outcome : export.add(outcome));
  }

  private String written(
      HostAdapter adapter, CollectionExport export, Optional<HeardPlaylists> lists)
      throws TonearmException {
    StringBuilder note = new StringBuilder();
    if (output != null) {
      // A program that runs may know what it has not written into its library yet.
      LibraryOption.warn(standing, adapter);
      note.append(export.write(output));
      note.append("\nIf the program has run since, export again: what it knows now is not in it.");
    }
    if (lists.isPresent()) {
      note.append(note.isEmpty() ? "" : "\n").append(lists.get().write());
    }
    return note.toString();
  }

  /** Hours of listening are not to end at a file that is there already. */
  private static void checkNew(Path output) throws HostException {
    Path folder = output.toAbsolutePath().getParent();
    if (Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
      throw new HostException(
          "target-exists",
          output + ": is there already, and nothing is ever written over.",
          "Name a file that does not exist.");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new HostException(
          "target-io", output + ": its folder does not exist.", "Make the folder first.");
    }
  }

  private static Set<TagField> places(HostCollection collection) {
    Set<TagField> places = EnumSet.noneOf(TagField.class);
    collection.entries().forEach(entry -> places.addAll(entry.values().keySet()));
    return places;
  }
}
