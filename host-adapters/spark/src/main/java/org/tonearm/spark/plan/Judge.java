package org.tonearm.spark.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Subgenres;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.model.verdict.VerdictRule;

/** Decides from rows of scores what is told, as the engine would. Immutable and thread-safe. */
public final class Judge {
  private final Map<Task, TaskSense> senses;
  private final boolean subgenres;
  private final VerdictRule rule = new VerdictRule();

  /**
   * @param senses by the task's word
   * @param subgenres whether kinds of genres are told
   */
  public Judge(Map<String, TaskSense> senses, boolean subgenres) {
    this.senses = new EnumMap<>(Task.class);
    for (Task task : Task.values()) {
      if (senses.containsKey(task.word())) {
        this.senses.put(task, senses.get(task.word()));
      }
    }
    this.subgenres = subgenres;
  }

  /** The verdicts of a row of scores, in the order of tasks; none for a row without. */
  public Map<Task, Verdict> verdicts(Row scores) {
    Map<Task, Verdict> verdicts = new EnumMap<>(Task.class);
    senses.forEach(
        (task, sense) -> {
          Row heard = scores.getAs(task.word());
          if (heard != null) {
            verdicts.put(task, verdict(task, sense, heard));
          }
        });
    return verdicts;
  }

  /** Of each task, a label's word as written into tags. */
  public Map<Task, Map<String, String>> words() {
    Map<Task, Map<String, String>> words = new EnumMap<>(Task.class);
    senses.forEach((task, sense) -> words.put(task, sense.words()));
    return words;
  }

  private Verdict verdict(Task task, TaskSense sense, Row heard) {
    List<Subgenres> below = new ArrayList<>();
    if (subgenres) {
      for (Row level : heard.<Row>getList(heard.fieldIndex("subgenres"))) {
        below.add(
            new Subgenres(
                level.getAs("parent"),
                labels(level.getList(level.fieldIndex("scores"))),
                level.<Double>getAs("threshold")));
      }
    }
    return rule.decide(
        task,
        heard.getAs("model"),
        labels(heard.getList(heard.fieldIndex("scores"))),
        heard.<Double>getAs("music"),
        sense.thresholds(),
        below);
  }

  private static List<LabelScore> labels(List<Row> rows) {
    return rows.stream().map(row -> new LabelScore(row.getString(0), row.getDouble(1))).toList();
  }
}
