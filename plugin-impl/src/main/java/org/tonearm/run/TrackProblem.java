package org.tonearm.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;

/**
 * Why a track failed, or why nothing is told of it.
 *
 * @param code stable lower-case word for scripts
 * @param message what happened, naming the file
 * @param remedy what to do next
 */
public record TrackProblem(String code, String message, String remedy) {
  private static final Logger LOG = LoggerFactory.getLogger(TrackProblem.class);

  /** Of an error. */
  public static TrackProblem of(TonearmException error) {
    return new TrackProblem(error.code(), error.getMessage(), error.remedy());
  }

  /** Of what should not have happened. */
  static TrackProblem unforeseen(Track track, Throwable thrown) {
    LOG.debug("Unforeseen at {}", track.path(), thrown);
    if (thrown instanceof OutOfMemoryError) {
      return new TrackProblem(
          "out-of-memory",
          track.path() + ": not enough memory.",
          "Run with fewer --jobs, or give Java more memory: TONEARM_JAVA_OPTS=-Xmx4g.");
    }
    return new TrackProblem(
        "internal",
        track.path() + ": an error in Tonearm itself: " + thrown,
        "Run 'tonearm doctor'; if all is well there, run again with --verbose and report this.");
  }
}
