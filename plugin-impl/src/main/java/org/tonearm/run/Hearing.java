package org.tonearm.run;

import java.util.Optional;
import org.tonearm.api.Track;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.library.index.IndexedFile;

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
    Optional<IndexedFile> file = recollection.file(track);
    Optional<Fingerprint> audio = file.map(IndexedFile::fingerprint);
    Optional<TrackScores> known =
        audio.flatMap(a -> recollection.scores(a, listening.models(), listening.excerpts()));
    if (known.isPresent()) {
      return listening.conclude(track, known.get());
    }
    TrackScores scores =
        listening.listen(track, audio, () -> file.map(recollection::still).orElse(false));
    file.ifPresent(f -> recollection.keep(f, listening.models(), listening.excerpts(), scores));
    return listening.conclude(track, scores);
  }
}
