package org.tonearm.tag.planfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.api.Track;
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
 * @param rest the same without the fields that are to change, as of {@link SnapshotDigest#without};
 *     by it a track is known again of which a part is written already; "" if that is not known
 * @param seconds length of the track, 0 if it is not known
 * @param verdicts what was heard, at most one a task
 * @param changes what is to be written; empty unless planned
 * @param leftOut planned too, but taken out by a filter: not to be written now
 * @param problem why nothing is planned, for abstained and failed tracks
 */
public record PlannedTrack(
    Path path,
    String status,
    String state,
    String rest,
    double seconds,
    List<Verdict> verdicts,
    List<FieldChange> changes,
    List<FieldChange> leftOut,
    Optional<Problem> problem) {
  /** The status of a track with changes. */
  public static final String PLANNED = "planned";

  /** Copies the lists. */
  public PlannedTrack {
    Objects.requireNonNull(path);
    Objects.requireNonNull(status);
    Objects.requireNonNull(state);
    Objects.requireNonNull(rest);
    leftOut = List.copyOf(leftOut);
    verdicts = List.copyOf(verdicts);
    changes = List.copyOf(changes);
  }

  /** Of which no part can be known to be written already, and nothing is left out. */
  public PlannedTrack(
      Path path,
      String status,
      String state,
      double seconds,
      List<Verdict> verdicts,
      List<FieldChange> changes,
      Optional<Problem> problem) {
    this(path, status, state, "", seconds, verdicts, changes, List.of(), problem);
  }

  /** The track in itself. */
  public Track track() {
    return new Track(path, path.toString());
  }

  /** This track with only some of its changes; the others are left out. */
  public PlannedTrack withChanges(List<FieldChange> some) {
    List<FieldChange> others = new ArrayList<>(leftOut);
    changes.stream().filter(change -> !some.contains(change)).forEach(others::add);
    return new PlannedTrack(path, status, state, rest, seconds, verdicts, some, others, problem);
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
