package org.tonearm.learn;

import java.util.List;
import java.util.stream.Collectors;
import org.tonearm.api.Task;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackProblem;

/**
 * Tracks that could not be learnt from.
 *
 * @param own those whose field says what Tonearm wrote
 * @param failed those that could not be read or heard; grows while tracks are heard
 */
record Missing(int own, List<TrackOutcome> failed) {
  private static final int MOST_NAMED = 3;

  /** Of too few tracks, these are the first to be looked at; begins with a blank, or is empty. */
  String sentence(Task task) {
    return told(task) + lost();
  }

  private String told(Task task) {
    return own == 0
        ? ""
        : " Left out because Tonearm itself wrote their "
            + task.word()
            + ": "
            + own
            + " (--own-answers learns from them too).";
  }

  private String lost() {
    return failed.isEmpty()
        ? ""
        : failed.stream()
            .flatMap(outcome -> outcome.problem().stream())
            .limit(MOST_NAMED)
            .map(TrackProblem::message)
            .collect(
                Collectors.joining(
                    " ", " Tracks that could not be read or heard: " + failed.size() + ". ", ""));
  }
}
