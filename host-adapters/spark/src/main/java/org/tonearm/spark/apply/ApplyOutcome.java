package org.tonearm.spark.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What became of one recording.
 *
 * @param uri the recording
 * @param status one of {@link org.tonearm.spark.journal.States}, never {@code open}
 * @param code a stable word for why it was skipped or failed; "" else
 * @param message the same for the reader
 * @param remedy what to do next; "" if nothing
 * @param version its version since; "" if it was not replaced by this try
 * @param bytes size of what was put in its place by this try; 0 if nothing was
 * @param warnings what the user should know, one sentence each
 */
public record ApplyOutcome(
    String uri,
    String status,
    String code,
    String message,
    String remedy,
    String version,
    long bytes,
    List<String> warnings) {
  /** Copies the list. */
  public ApplyOutcome {
    Objects.requireNonNull(uri);
    Objects.requireNonNull(status);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
    Objects.requireNonNull(remedy);
    Objects.requireNonNull(version);
    warnings = List.copyOf(warnings);
  }

  /** With more to tell. */
  ApplyOutcome with(List<String> further) {
    List<String> all = new ArrayList<>(further);
    all.addAll(warnings);
    return new ApplyOutcome(uri, status, code, message, remedy, version, bytes, all);
  }

  /** Without anything to tell. */
  static ApplyOutcome plain(String uri, String status) {
    return new ApplyOutcome(uri, status, "", "", "", "", 0, List.of());
  }
}
