package org.tonearm.tag.planfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;

/**
 * One track of a plan.
 *
 * @param path the file; holds the name's very bytes
 * @param status the word of what became of the track when it was planned: {@code planned}, {@code
 *     unchanged}, {@code abstained} or {@code failed}
 * @param state fingerprint of tags and audio as they stood, as of {@link SnapshotDigest}; "" if
 *     nothing is planned
 * @param seconds length of the track, 0 if it is not known
 * @param verdicts what was heard, at most one a task
 * @param changes what is to be written; empty unless planned
 * @param problem why nothing is planned, for abstained and failed tracks
 */
public record PlannedTrack(
    Path path,
    String status,
    String state,
    double seconds,
    List<Verdict> verdicts,
    List<FieldChange> changes,
    Optional<Problem> problem) {
  /** The status of a track with changes. */
  public static final String PLANNED = "planned";

  /** Copies the lists. */
  public PlannedTrack {
    Objects.requireNonNull(path);
    Objects.requireNonNull(status);
    Objects.requireNonNull(state);
    verdicts = List.copyOf(verdicts);
    changes = List.copyOf(changes);
  }

  /** This track with only some of its changes. */
  public PlannedTrack withChanges(List<FieldChange> some) {
    return new PlannedTrack(path, status, state, seconds, verdicts, some, problem);
  }

  /**
   * Why nothing is planned.
   *
   * @param code stable lower-case word
   * @param message what happened, naming the file
   * @param remedy what to do
   */
  public record Problem(String code, String message, String remedy) {}
}
