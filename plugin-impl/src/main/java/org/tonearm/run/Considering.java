package org.tonearm.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.library.index.FileReading;
import org.tonearm.library.index.IndexedFile;
import org.tonearm.tag.plan.TagPlanner;

/**
 * Looks at a track's tags, and hears it if something could come of it. Touches no file.
 * Thread-safe.
 */
final class Considering implements Pipeline.Preparing<Track, Candidate> {
  private final TagPlanner planner;
  private final Listening listening;
  private final Recollection recollection;
  private final TaggingSettings settings;
  private final Function<Path, Optional<String>> albums;

  /**
   * @param albums reads album tags; asked only where albums share a genre
   */
  Considering(
      TagPlanner planner,
      Listening listening,
      Recollection recollection,
      TaggingSettings settings,
      Function<Path, Optional<String>> albums) {
    this.planner = planner;
    this.listening = listening;
    this.recollection = recollection;
    this.settings = settings;
    this.albums = albums;
  }

  @Override
  public Candidate prepare(Track track) throws TonearmException, InterruptedException {
    FileReading.Seen seen = recollection.look(track, settings.profile());
    IndexedFile file = seen.file();
    Optional<TrackScores> known =
        recollection.scores(file.fingerprint(), listening.models(), listening.excerpts());
    if (known.isEmpty() && !settings.albums() && full(seen)) {
      return candidate(track, seen, Optional.empty());
    }
    // Files without readable tags are heard too: if they are no audio, that is what to tell.
    TrackScores scores = known.isPresent() ? known.get() : listen(track, file);
    return candidate(track, seen, Optional.of(listening.conclude(track, scores)));
  }

  /** A file's tags as far as a plan needs them. */
  static Optional<TagSnapshot> tags(FileReading.Seen seen) {
    return seen.snapshot()
        .or(() -> seen.file().tags().map(tags -> Recollection.outline(seen.file(), tags)));
  }

  private Candidate candidate(Track track, FileReading.Seen seen, Optional<HeardTrack> heard) {
    Optional<String> album = settings.albums() ? albums.apply(track.path()) : Optional.empty();
    return new Candidate(track, Optional.of(seen), heard, Optional.empty(), album);
  }

  private boolean full(FileReading.Seen seen) {
    return tags(seen).filter(tags -> !planner.needsHearing(tags, settings.plan())).isPresent();
  }

  private TrackScores listen(Track track, IndexedFile file)
      throws TonearmException, InterruptedException {
    TrackScores scores =
        listening.listen(track, Optional.of(file.fingerprint()), () -> recollection.still(file));
    recollection.keep(file, listening.models(), listening.excerpts(), scores);
    return scores;
  }
}
