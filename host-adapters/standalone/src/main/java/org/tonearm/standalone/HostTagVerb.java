package org.tonearm.standalone;

import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import org.tonearm.run.TaggingSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tonearm host NAME tag}. */
@Command(
    name = "tag",
    sortOptions = false,
    sortSynopsis = false,
    header = "Listen to the tracks of a program's library and tag their files.",
    description = {
      "",
      "The mood is written also where the program shows it. Its library is not written to; the last"
          + " lines say how it reads the tags again.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm host traktor tag --dry-run",
      "  tonearm host rekordbox tag --library rekordbox.xml ~/Music/House",
    })
final class HostTagVerb implements Callable<Integer> {
  private final Workplace standing;

  @ParentCommand private HostVerb host;

  @Mixin private HostTracksOptions tracks;

  @Mixin private LibraryOption library;

  @Option(
      names = {"-n", "--dry-run"},
      description = "Show what would be written, and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--json",
      description = "Print JSON Lines: one object a track, as soon as it is through.")
  private boolean json;

  @Mixin private ListeningOptions listening;

  @Mixin private TaggingOptions tagging;

  @Mixin private WritingOptions writing;

  @Mixin private ConfigurationOption configuration;

  @Mixin private TurnOption turn;

  HostTagVerb(Workplace workplace) {
    this.standing = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    HostAdapter adapter = library.of(host);
    // What is wrong with the library is told before anything is heard.
    if (!tracks.areNamed()
        || (adapter.server().isEmpty() && adapter.library().place().isPresent())) {
      LibraryOption.listing(adapter);
    }
    LibraryOption.warn(standing, adapter);
    Workplace workplace = standing.on(adapter);
    return turn.inTurn(workplace, !dryRun, () -> listenAndTag(workplace));
  }

  private Integer listenAndTag(Workplace workplace) throws TonearmException, InterruptedException {
    RunSettings settings =
        configuration.settings(
            workplace,
            HostWishes.forFiles(workplace.host()),
            listening.choices().and(tagging.choices(), writing.choices()));
    TaggingSettings tags = tagging.settings(settings, writing);
    try (FoundTracks found = tracks.find(workplace, tags.albums());
        Composition composition = workplace.composition(settings.configuration())) {
      return new TagRun(workplace, composition, settings, tags)
          .run(found, dryRun, json, workplace.host().refreshHint());
    }
  }
}
