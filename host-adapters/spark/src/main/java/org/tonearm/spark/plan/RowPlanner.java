package org.tonearm.spark.plan;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.configuration.RunSettings;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.schema.Tables;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.plan.Planned;
import org.tonearm.tag.plan.TagPlanner;

/** Plans rows of scores. Touches no file. Thread-safe. */
public final class RowPlanner {
  private final TagPlanner planner;
  private final PlanSettings settings;
  private final Judge judge;
  private final boolean forcePartial;

  /**
   * @param senses by the task's word
   * @param forcePartial whether recordings that break off are planned too
   * @throws TonearmException if the settings have faults
   */
  public RowPlanner(JobSettings job, Map<String, TaskSense> senses, boolean forcePartial)
      throws TonearmException {
    RunSettings read = job.read();
    this.planner = new TagPlanner(read.configuration().genres().taxonomy());
    this.settings = read.plan();
    this.judge = new Judge(senses, read.configuration().tagging().subgenres());
    this.forcePartial = forcePartial;
  }

  /** The verdicts of rows. */
  public Judge judge() {
    return judge;
  }

  /** A row of the plan; empty if nothing would change. */
  Optional<Row> plan(Row scores) {
    List<Row> fields = scores.getList(scores.fieldIndex("tags"));
    Map<Task, Verdict> verdicts = judge.verdicts(scores);
    boolean broken = !forcePartial && !scores.<Boolean>getAs("complete");
    if (broken || verdicts.isEmpty()) {
      return Optional.empty();
    }
    Map<TagField, FieldState> before = new EnumMap<>(TagField.class);
    for (Row field : fields) {
      TagField which = TagField.valueOf(field.getString(0).toUpperCase(java.util.Locale.ROOT));
      before.put(which, new FieldState(field.getList(1), new byte[0]));
    }
    Planned planned = decide(verdicts, before, scores.getAs("tag_format"));
    return planned.plan().changes().isEmpty()
        ? Optional.empty()
        : Optional.of(row(scores, planned));
  }

  /** The words for what is told, as they would go into empty fields. */
  public Map<TagField, List<String>> words(Map<Task, Verdict> verdicts) {
    Map<TagField, List<String>> told = new EnumMap<>(TagField.class);
    for (FieldChange change : decide(verdicts, Map.of(), "none").plan().changes()) {
      told.put(change.field(), change.after());
    }
    return told;
  }

  private Planned decide(
      Map<Task, Verdict> verdicts, Map<TagField, FieldState> present, String format) {
    Map<TagField, FieldState> all = new EnumMap<>(TagField.class);
    for (TagField field : TagField.values()) {
      all.put(field, present.getOrDefault(field, FieldState.ABSENT));
    }
    return planner.decide(
        new Track(Path.of(""), ""),
        new TagSnapshot(format, all, List.of(), ""),
        List.copyOf(verdicts.values()),
        judge.words(),
        settings);
  }

  private static Row row(Row scores, Planned planned) {
    return RowFactory.create(
        Tables.VERSION,
        scores.getAs("uri"),
        scores.getAs("size"),
        scores.getAs("modified"),
        scores.getAs("version"),
        scores.getAs("fingerprint"),
        scores.getAs("model"),
        planned.plan().changes().stream()
            .map(
                change ->
                    RowFactory.create(
                        change.field().word(),
                        change.before().toArray(String[]::new),
                        change.after().toArray(String[]::new),
                        change.reason()))
            .toArray(Row[]::new),
        planned.notes().toArray(String[]::new));
  }
}
