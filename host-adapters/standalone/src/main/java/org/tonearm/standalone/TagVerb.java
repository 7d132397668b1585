package org.tonearm.standalone;

import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import org.tonearm.run.TaggingSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tonearm tag}. */
@Command(
    name = "tag",
    sortOptions = false,
    sortSynopsis = false,
    header = "Listen to tracks and write genre and mood into their tags.",
    description = {
      "",
      "Only empty tags are filled unless --policy says otherwise. Every write is recorded first and"
          + " can be taken back with 'tonearm undo'.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm tag --dry-run ~/Music              show what would be written",
      "  tonearm tag ~/Music --exclude '*live*'     all but the live recordings",
      "  tonearm tag --policy merge --fields mood a.mp3 b.flac",
      "  tonearm tag --json ~/Music > tags.jsonl    one JSON object a track",
    })
final class TagVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private PathOptions paths;

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

  TagVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    return turn.inTurn(workplace, !dryRun, this::listenAndTag);
  }

  private Integer listenAndTag() throws TonearmException, InterruptedException {
    RunSettings settings =
        configuration.settings(
            workplace, listening.choices().and(tagging.choices(), writing.choices()));
    TaggingSettings tags = tagging.settings(settings, writing);
    try (FoundTracks found = paths.find(workplace, tags.albums());
        Composition composition = workplace.composition(settings.configuration())) {
      return new TagRun(workplace, composition, settings, tags)
          .run(found, dryRun, json, workplace.host().refreshHint());
    }
  }
}
