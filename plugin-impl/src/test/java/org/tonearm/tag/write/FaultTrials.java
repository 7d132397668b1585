package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes in which system calls fail: each ends with the old file and a reason, or the new one. One
 * process makes them all, one after the other.
 */
final class FaultTrials {
  private final KillTrial reference;
  private final Path folder;
  private final List<KillTrial> trials = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * @param reference where a write is to be made that goes well
   * @param folder where songs are put
   */
  FaultTrials(KillTrial reference, Path folder) {
    this.reference = reference;
    this.folder = folder;
  }

  /** Strikes the faults that may befall a write, but at most so many of one kind. */
  void strikeAll(int mostOfKind) throws IOException, InterruptedException {
    try (SubjectProcess subject =
        SubjectProcess.writing(
            reference.java(),
            "serve",
            reference.original(),
            reference.journal(),
            folder.resolve("warm"))) {
      // The first write may make calls that later ones need not make any more.
      reference.in(folder.resolve("first")).served(subject, List.of());
      List<Strace.Call> calls = reference.served(subject, List.of()).calls();
      for (Fault fault : spread(Fault.of(calls, reference), mostOfKind)) {
        strike(subject, fault);
      }
      subject.dismiss(); // while it lives, its open entries are its own affair
    }
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

  /** Of each kind the first, and as many others as it may have, evenly from the first on. */
  private static List<Fault> spread(List<Fault> faults, int mostOfKind) {
    Map<String, List<Fault>> kinds = new TreeMap<>();
    for (Fault fault : faults) {
      kinds.computeIfAbsent(fault.kind(), kind -> new ArrayList<>()).add(fault);
    }
    List<Fault> kept = new ArrayList<>();
    for (List<Fault> kind : kinds.values()) {
      int every = (kind.size() + mostOfKind - 1) / mostOfKind;
      for (int i = 0; i < kind.size(); i += every) {
        kept.add(kind.get(i));
      }
    }
    return kept;
  }

  private void strike(SubjectProcess subject, Fault fault)
      throws IOException, InterruptedException {
    KillTrial trial =
        reference.comparedWith(reference.song()).in(folder.resolve("fault-" + trials.size()));
    trials.add(trial);
    KillTrial.Served seen = trial.served(subject, fault.option());
    String told =
        seen.told().stream()
            .filter(line -> line.matches("(written|unchanged|failed).*"))
            .findFirst()
            .orElse("nothing said");
    boolean written = told.startsWith("written");
    String code = told.replaceFirst("^failed ([a-z-]+): .*$", "$1");
    counts.merge(
        fault.kind()
            + " -> "
            + (seen.injected() ? "" : "missed, ")
            + (written ? told.replaceFirst(" \\[.*", "") : code),
        1,
        Integer::sum);
    Path expected = written ? trial.tagged() : trial.original();
    if (Files.mismatch(trial.song(), expected) >= 0) {
      wrong.add(trial.folder() + " " + fault + ": not what was told: " + told);
    }
    if (!written && !(seen.injected() && fault.explainedBy(code))) {
      wrong.add(trial.folder() + " " + fault + ": " + told);
    }
    String[] names = trial.song().getParent().toFile().list();
    if (names.length != 1) {
      wrong.add(trial.folder() + " " + fault + ": " + String.join(" ", names));
    }
  }
}
