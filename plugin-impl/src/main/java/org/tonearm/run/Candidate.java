package org.tonearm.run;

import java.util.Optional;
import org.tonearm.api.Track;
import org.tonearm.library.index.FileReading;

/**
 * A track that was looked at and heard, before it is decided what to write.
 *
 * @param track the track
 * @param seen its file as it was looked at; empty if that failed
 * @param heard what was heard; empty if it needed not be heard, or that failed
 * @param problem why it goes no further, if it does not
 * @param album its album tag, if it was asked for and is known
 */
record Candidate(
    Track track,
    Optional<FileReading.Seen> seen,
    Optional<HeardTrack> heard,
    Optional<TrackProblem> problem,
    Optional<String> album) {

  static Candidate failed(Track track, TrackProblem problem) {
    return new Candidate(
        track, Optional.empty(), Optional.empty(), Optional.of(problem), Optional.empty());
  }

  /** Without the tags in full, where their outline is enough to wait with: it is read again. */
  Candidate lean() {
    return new Candidate(
        track,
        seen.map(
            s ->
                s.file().tags().isPresent() ? new FileReading.Seen(s.file(), Optional.empty()) : s),
        heard,
        problem,
        album);
  }

  Candidate withHeard(HeardTrack changed) {
    return new Candidate(track, seen, Optional.of(changed), problem, album);
  }
}
