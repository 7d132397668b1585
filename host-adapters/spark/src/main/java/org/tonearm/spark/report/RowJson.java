package org.tonearm.spark.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagField;
import org.tonearm.spark.engine.Names;
import org.tonearm.spark.plan.RowPlanner;

/** A row of scores as {@code tonearm analyze --json} tells of a track. */
public final class RowJson {
  private final ObjectMapper mapper = new ObjectMapper();
  private final RowPlanner planner;

  /**
   * @param planner knows verdicts and words
   */
  public RowJson(RowPlanner planner) {
    this.planner = planner;
  }

  /** In one line. */
  public String of(Row row) {
    ObjectNode object = mapper.createObjectNode();
    Map<Task, Verdict> verdicts = planner.judge().verdicts(row);
    String uri = row.getAs("uri");
    String path = Names.shown(uri);
    object.put("path", path);
    if (!uri.startsWith("file:") || path.indexOf('\uFFFD') >= 0) {
      object.put("pathUri", uri);
    }
    boolean failed = "failed".equals(row.getAs("status"));
    boolean silent = verdicts.values().stream().allMatch(Verdict::abstained);
    object.put("status", failed ? "failed" : silent ? "abstained" : "unchanged");
    for (Task task : Task.values()) {
      object.set(
          task.word(),
          labels(Optional.ofNullable(verdicts.get(task)).map(Verdict::scores).orElse(List.of())));
    }
    Optional.ofNullable(verdicts.get(Task.GENRE))
        .flatMap(Verdict::subgenre)
        .ifPresent(subgenre -> object.set("subgenre", label(subgenre)));
    words(object.putObject("words"), planner.words(verdicts));
    object.putArray("changes");
    ObjectNode model = object.putObject("model");
    for (Task task : Task.values()) {
      model.put(
          task.word(), Optional.ofNullable(verdicts.get(task)).map(Verdict::modelId).orElse(null));
    }
    Double seconds = row.getAs("seconds");
    object.put("seconds", seconds == null ? 0 : rounded(seconds));
    ArrayNode warnings = object.putArray("warnings");
    row.<String>getList(row.fieldIndex("warnings")).forEach(warnings::add);
    error(object, row.getAs("error"), silent ? silence(path, verdicts) : null);
    return object.toString();
  }

  private void error(ObjectNode object, Row problem, String[] silence) {
    if (problem != null) {
      error(object, problem.getString(0), problem.getString(1), problem.getString(2));
    } else if (silence != null) {
      error(object, silence[0], silence[1], silence[2]);
    } else {
      object.putNull("error");
    }
  }

  private static void error(ObjectNode object, String code, String message, String remedy) {
    object.putObject("error").put("code", code).put("message", message).put("remedy", remedy);
  }

  /** Why nothing is told, in the words of the command line. */
  private static String[] silence(String path, Map<Task, Verdict> verdicts) {
    boolean music = verdicts.values().stream().noneMatch(v -> v.abstention().equals("not-music"));
    return music
        ? new String[] {
          "unsure",
          path + ": not sure enough to tell anything.",
          "Lower --min-genre or --min-mood to have less certain answers too."
        }
        : new String[] {
          "not-music",
          path + ": sounds like speech, noise or silence rather than music.",
          "Nothing to do; tag it by hand if it is music after all."
        };
  }

  private void words(ObjectNode object, Map<TagField, List<String>> told) {
    for (Task task : Task.values()) {
      ArrayNode array = object.putArray(task.word());
      told.getOrDefault(TagField.of(task), List.of()).forEach(array::add);
    }
  }

  private ArrayNode labels(List<LabelScore> labels) {
    ArrayNode array = mapper.createArrayNode();
    labels.forEach(label -> array.add(label(label)));
    return array;
  }

  private ObjectNode label(LabelScore label) {
    return mapper
        .createObjectNode()
        .put("label", label.label())
        .put("score", rounded(label.score()));
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
