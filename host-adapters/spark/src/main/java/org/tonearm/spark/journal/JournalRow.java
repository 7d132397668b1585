package org.tonearm.spark.journal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What became of a recording in one run, flat enough for a table.
 *
 * @param run the run
 * @param attempt the task's attempt
 * @param bucket the bucket
 * @param id of the intent; "" if it did not come to one
 * @param uri the recording
 * @param kind {@code apply}, {@code sidecar} or {@code undo}
 * @param state one of {@link States}; what was written and taken back since is {@code undone}
 * @param code why it was skipped or failed; "" else
 * @param reason the same for the reader
 * @param versionBefore its version when it was looked at; "" if it was not
 * @param versionAfter its version since; "" if it was not replaced, or that is not known
 * @param sizeBefore in bytes; 0 if it was not looked at
 * @param sizeAfter in bytes; 0 if it was not replaced
 * @param audioHash SHA-256 of the audio, equal before and after; "" if it was not read
 * @param codec id of the codec; "" if none was needed
 * @param before values of the changed fields, by the fields' words
 * @param after likewise, as they were written
 * @param undoes id of the intent that it takes back; "" if it is no undo
 * @param entry the intent as a line of the journal, which an undo takes; "" if there is none
 * @param at when it was noted, as ISO 8601 in UTC
 * @param latest whether nothing later is known of this recording under this run
 */
public record JournalRow(
    String run,
    String attempt,
    int bucket,
    String id,
    String uri,
    String kind,
    String state,
    String code,
    String reason,
    String versionBefore,
    String versionAfter,
    long sizeBefore,
    long sizeAfter,
    String audioHash,
    String codec,
    Map<String, List<String>> before,
    Map<String, List<String>> after,
    String undoes,
    String entry,
    String at,
    boolean latest) {
  private static final Set<String> MAY_STAND = Set.of(States.WRITTEN, States.SIDECAR, States.OPEN);

  /** Copies the maps. */
  public JournalRow {
    Objects.requireNonNull(run);
    Objects.requireNonNull(uri);
    Objects.requireNonNull(state);
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

  /**
   * Whether the recording may have what was to be put there, or its sidecar lie in the output. It
   * may though no end was noted: a process that is killed has often replaced one more recording
   * than it noted.
   */
  public boolean mayStand() {
    return !kind.equals(Kind.UNDO.word())
        && (MAY_STAND.contains(state) || End.givenUp(state, code));
  }
}
