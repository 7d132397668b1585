package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes in which system calls fail: each ends with the old file and a reason, or the new one. */
final class FaultTrials {
  private final KillTrial reference;
  private final Path folder;
  private final List<KillTrial> trials = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * @param reference a write that went well
   * @param folder where songs are put
   */
  FaultTrials(KillTrial reference, Path folder) {
    this.reference = reference;
    this.folder = folder;
  }

  List<KillTrial> trials() {
    return List.copyOf(trials);
  }

  /** What went wrong, a line each. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** How often each kind of fault ended in what. */
  Map<String, Integer> counts() {
    return counts;
  }

  void strike(Fault fault) throws IOException, InterruptedException {
    KillTrial trial =
        new KillTrial(
            reference.java(),
            reference.format(),
            reference.original(),
            reference.song(),
            folder.resolve("fault-" + trials.size()));
    trials.add(trial);
    KillTrial.Seen seen = trial.hindered("write", fault.option());
    String told =
        seen.told().stream()
            .filter(line -> line.matches("(written|unchanged|failed).*"))
            .findFirst()
            .orElse("nothing said");
    boolean written = told.startsWith("written");
    String code = told.replaceFirst("^failed ([a-z-]+): .*$", "$1");
    counts.merge(
        fault.kind() + " -> " + (written ? told.replaceFirst(" \\[.*", "") : code),
        1,
        Integer::sum);
    Path expected = written ? trial.tagged() : trial.original();
    if (Files.mismatch(trial.song(), expected) >= 0) {
      wrong.add(trial.folder() + " " + fault + ": not what was told: " + told);
    }
    if (!written && !fault.explainedBy(code)) {
      wrong.add(trial.folder() + " " + fault + ": " + told);
    }
    String[] names = trial.song().getParent().toFile().list();
    if (names.length != 1) {
      wrong.add(trial.folder() + " " + fault + ": " + String.join(" ", names));
    }
  }
}
