package org.tonearm.tag.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found of runs that were cut short when the journal was opened, and what became of it.
 *
 * @param files those whose write was under way, in the order in which they were planned
 */
public record RecoveryReport(List<RecoveredFile> files) {
  /** Copies the list. */
  public RecoveryReport {
    files = List.copyOf(files);
  }

  /** Number of files with an outcome. */
  public long count(RecoveredFile.Outcome outcome) {
    return files.stream().filter(file -> file.outcome() == outcome).count();
  }

  /**
   * One sentence for people, such as {@code Recovered from a run that was cut short: 1 file
   * finished, 2 put back.} Empty if there was nothing to recover.
   */
  public String sentence() {
    if (files.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    add(parts, RecoveredFile.Outcome.FINISHED, "finished");
    add(parts, RecoveredFile.Outcome.PUT_BACK, "put back");
    add(parts, RecoveredFile.Outcome.OUT_OF_REACH, "left until its drive is attached");
    add(parts, RecoveredFile.Outcome.COPY_STUCK, "left since its folder can't be written to");
    return "Recovered from a run that was cut short: " + String.join(", ", parts) + ".";
  }

  private void add(List<String> parts, RecoveredFile.Outcome outcome, String words) {
    long count = count(outcome);
    if (count > 0) {
      String noun = parts.isEmpty() ? count == 1 ? " file " : " files " : " ";
      parts.add(count + noun + words);
    }
  }
}
