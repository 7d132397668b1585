package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of killed writes: recovery, a rerun and an undo, each judged. */
final class KillAftermath {
  private final SubjectJava java;
  private final boolean judges;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * @param java starts the processes that recover, tag and undo
   * @param judges whether mutagen and ffmpeg are asked; else bytes alone are compared
   */
  KillAftermath(SubjectJava java, boolean judges) {
    this.java = java;
    this.judges = judges;
  }

  /** What is wrong, a line each. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** How often each verdict fell right after recovery: {@code old} and {@code new} are good. */
  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** Goes the whole way with the songs of killed writes. */
  void examine(List<KillTrial> trials, Path list) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (KillTrial trial : trials) {
      lines.append(trial.song()).append('\t').append(trial.journal()).append('\n');
    }
    Files.writeString(list, lines.toString());
    SubjectProcess.all(java, "recover", list);
    for (KillJudge.Opinion opinion : judge("killed", trials)) {
      counts.merge(opinion.verdict().split(":", 2)[0], 1, Integer::sum);
      counts.merge("orphans", opinion.strangers().isEmpty() ? 0 : 1, Integer::sum);
    }
    SubjectProcess.all(java, "tag", list);
    judge("tagged", trials);
    SubjectProcess.all(java, "undo", list);
    judge("undone", trials);
  }

  private List<KillJudge.Opinion> judge(String stage, List<KillTrial> trials) throws Exception {
    List<KillJudge.Opinion> opinions =
        judges
            ? KillJudge.judge(trials.stream().map(trial -> trial.question(stage)).toList())
            : compare(trials);
    for (int i = 0; i < trials.size(); i++) {
      KillJudge.Opinion opinion = opinions.get(i);
      boolean good =
          switch (stage) {
            case "tagged" -> opinion.is("new");
            case "undone" -> opinion.is("old");
            default -> opinion.good();
          };
      if (!good || !opinion.strangers().isEmpty()) {
        faults.add(stage + " " + trials.get(i).folder() + ": " + opinion);
      }
    }
    return opinions;
  }

  private static List<KillJudge.Opinion> compare(List<KillTrial> trials) throws IOException {
    List<KillJudge.Opinion> opinions = new ArrayList<>();
    for (KillTrial trial : trials) {
      String verdict = "damaged";
      if (Files.exists(trial.song())) {
        verdict = Files.mismatch(trial.song(), trial.original()) < 0 ? "old" : verdict;
        verdict = Files.mismatch(trial.song(), trial.tagged()) < 0 ? "new" : verdict;
      }
      String[] names = trial.song().getParent().toFile().list();
      opinions.add(new KillJudge.Opinion(verdict, names.length > 1 ? String.join(" ", names) : ""));
    }
    return opinions;
  }
}
