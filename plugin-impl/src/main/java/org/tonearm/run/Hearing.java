package org.tonearm.run;

import java.util.Optional;
import org.tonearm.api.Track;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.library.index.Fingerprint;

/** Hears a track, unless it was heard before. Thread-safe. */
final class Hearing implements Pipeline.Preparing<Track, HeardTrack> {
  private final Listening listening;
  private final Recollection recollection;

  Hearing(Listening listening, Recollection recollection) {
    this.listening = listening;
    this.recollection = recollection;
  }

  @Override
  public HeardTrack prepare(Track track) throws DecodeException, InterruptedException {
    Optional<Fingerprint> audio = recollection.fingerprint(track);
    Optional<TrackScores> known =
        audio.flatMap(a -> recollection.scores(a, listening.models(), listening.excerpts()));
    TrackScores scores = known.isPresent() ? known.get() : listening.listen(track, audio);
    if (known.isEmpty()) {
      audio.ifPresent(a -> recollection.keep(a, listening.models(), listening.excerpts(), scores));
    }
    return listening.conclude(track, scores);
  }
}
