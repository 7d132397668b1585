package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.index.FileReading;
import org.tonearm.panel.HeardFile;
import org.tonearm.panel.PanelEngine;
import org.tonearm.run.Proposal;
import org.tonearm.run.Recollection;
import org.tonearm.run.TrackOutcome;
import org.tonearm.tag.secondreader.CreditTags;

/** Tells the panel of tracks, with title, artist and tags as they stand. Confined to one thread. */
final class HeardFiles {
  private final Recollection recollection;
  private final TagProfile profile;
  private final PanelEngine.ListenSink sink;
  private final CreditTags credits = new CreditTags();
  private final Set<Path> told = new HashSet<>();

  /**
   * @param profile by which tags are read
   */
  HeardFiles(Recollection recollection, TagProfile profile, PanelEngine.ListenSink sink) {
    this.recollection = recollection;
    this.profile = profile;
    this.sink = sink;
  }

  /** A track with its plan. */
  void heard(Proposal proposal) {
    TrackOutcome outcome = proposal.outcome();
    Path path = outcome.track().path();
    told.add(path);
    sink.heard(
        HeardFile.of(
            credits.credits(path), current(outcome), proposal.forFile(), outcome.analyses()));
  }

  /** A track of which nothing else is told, such as a place that can't be listed. */
  void settled(TrackOutcome outcome) {
    if (!told.contains(outcome.track().path())) {
      heard(new Proposal(outcome, Optional.empty(), Optional.empty()));
    }
  }

  /** From the index, which has just seen the file. */
  private Map<TagField, List<String>> current(TrackOutcome outcome) {
    Map<TagField, List<String>> values = new EnumMap<>(TagField.class);
    try {
      FileReading.Seen seen = recollection.look(outcome.track(), profile);
      seen.file().tags().ifPresent(tags -> values.putAll(tags.values()));
    } catch (TagException e) {
      return values; // The outcome tells why it can't be read.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return values;
  }
}
