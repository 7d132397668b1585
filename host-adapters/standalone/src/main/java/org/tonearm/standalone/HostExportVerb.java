package org.tonearm.standalone;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.tonearm.api.TonearmException;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostException;
import org.tonearm.api.tag.TagField;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.Given;
import org.tonearm.configuration.RunSettings;
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
    header = "Listen to the tracks of a library; write an updated copy of it, playlists or crates.",
    description = {
      "",
      "No music file is touched, and the library only by --crates. In the copy only genre, mood and"
          + " comment of tracks differ; what may happen to values that are there, --policy says.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm host rekordbox export -o new.xml",
      "  tonearm host traktor export --playlists ~/Playlists --by mood --min-mood 0.8",
      "  tonearm host mixxx export --crates",
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

  @Option(
      names = "--crates",
      description =
          "Fill the program's own crates by genre and mood, after a backup; close it before.")
  private boolean crates;

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
    if (output == null && playlists == null && !crates) {
      throw new ParameterException(
          spec.commandLine(), "Name --output FILE, --playlists DIR, --crates, or several of them.");
    }
    HostAdapter adapter = library.of(host);
    LibraryOption.listing(adapter);
    Optional<HostCollection> collection = Optional.empty();
    if (output != null) {
      collection = Optional.of(LibraryOption.collection(adapter));
      checkNew(output);
    }
    Optional<HeardCrates> filled =
        crates ? Optional.of(HeardCrates.of(adapter, by.fields())) : Optional.empty();
    LibraryOption.warn(standing, adapter);
    Optional<HeardPlaylists> m3u =
        playlists == null
            ? Optional.empty()
            : Optional.of(HeardPlaylists.in(playlists, by.fields()));
    Workplace workplace = standing.on(adapter);
    RunSettings settings =
        configuration.settings(
            workplace,
            HostWishes.forCollection(
                adapter, collection.map(HostExportVerb::places).orElse(Set.of())),
            choices());
    try (FoundTracks found = tracks.find(workplace);
        Composition composition = workplace.composition(settings.configuration())) {
      HeardValues heard = new HeardValues(composition, settings);
      Optional<CollectionExport> export =
          collection.map(
              known -> new CollectionExport(known, heard, BorrowedMood.of(adapter, heard)));
      Consumer<TrackOutcome> lists =
          outcome -> {
            m3u.ifPresent(all -> all.add(outcome, heard));
            filled.ifPresent(all -> all.add(outcome, heard));
          };
      return new RunOfTracks(workplace, Report.of(workplace, json))
          .run(
              found,
              listener -> {
                composition
                    .runs()
                    .analyze(
                        found.tracks(),
                        settings.listening(),
                        outcome -> {
                          lists.accept(outcome);
                          listener.finished(export.map(e -> e.add(outcome)).orElse(outcome));
                        },
                        workplace.cancellation());
                return workplace.cancellation().requested()
                    ? ""
                    : written(adapter, export, m3u, filled);
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

  private String written(
      HostAdapter adapter,
      Optional<CollectionExport> export,
      Optional<HeardPlaylists> m3u,
      Optional<HeardCrates> filled)
      throws TonearmException {
    List<String> notes = new ArrayList<>();
    if (export.isPresent()) {
      // A program that runs may know what it has not written into its library yet.
      LibraryOption.warn(standing, adapter);
      notes.add(export.get().write(output));
      notes.add("If the program has run since, export again: what it knows now is not in it.");
    }
    if (m3u.isPresent()) {
      notes.add(m3u.get().write());
    }
    if (filled.isPresent()) {
      notes.add(filled.get().write());
    }
    return String.join("\n", notes);
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
