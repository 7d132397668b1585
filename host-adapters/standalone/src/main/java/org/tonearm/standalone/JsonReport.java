package org.tonearm.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.WindowScores;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.TrackOutcome;

/** JSON Lines: one object a track, as soon as the track is through. */
final class JsonReport implements Report {
  private final ObjectMapper mapper = new ObjectMapper();
  private final PrintStream out;
  private final Detail detail;
  private final Optional<Function<TrackOutcome, Map<TagField, List<String>>>> words;

  /** How much is told of the scores. */
  enum Detail {
    /** The labels told, none where the verdict abstained. */
    TOLD,
    /** The scores of all labels. */
    SCORES,
    /** These, and those of each window. */
    TIMELINE
  }

  JsonReport(PrintStream out, Detail detail) {
    this(out, detail, Optional.empty());
  }

  /**
   * @param words tells also the words for what was told
   */
  JsonReport(
      PrintStream out,
      Detail detail,
      Optional<Function<TrackOutcome, Map<TagField, List<String>>>> words) {
    this.out = out;
    this.detail = detail;
    this.words = words;
  }

  @Override
  public void finished(TrackOutcome outcome) {
    try {
      // One call, so that no other thread's line can come between.
      out.print(mapper.writeValueAsString(object(outcome)) + "\n");
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }

  @Override
  public void end(String note) {
    // Every line stands for itself.
  }

  private ObjectNode object(TrackOutcome outcome) {
    ObjectNode object = mapper.createObjectNode();
    Path path = outcome.track().path();
    object.put("path", path.toString());
    if (!isText(path)) {
      object.put("pathUri", path.toUri().toASCIIString());
    }
    object.put("status", outcome.status().word());
    for (Task task : Task.values()) {
      object.set(task.word(), scores(outcome, task));
    }
    Optional.ofNullable(outcome.verdicts().get(Task.GENRE))
        .flatMap(Verdict::subgenre)
        .ifPresent(subgenre -> object.set("subgenre", label(subgenre)));
    words.ifPresent(spoken -> object.set("words", words(spoken.apply(outcome))));
    object.set("changes", changes(outcome.changes()));
    ObjectNode model = object.putObject("model");
    for (Task task : Task.values()) {
      Verdict verdict = outcome.verdicts().get(task);
      model.put(task.word(), verdict == null ? null : verdict.modelId());
    }
    object.put("seconds", rounded(outcome.seconds()));
    ArrayNode warnings = object.putArray("warnings");
    outcome.warnings().forEach(warnings::add);
    outcome
        .problem()
        .ifPresentOrElse(
            problem ->
                object
                    .putObject("error")
                    .put("code", problem.code())
                    .put("message", problem.message())
                    .put("remedy", problem.remedy()),
            () -> object.putNull("error"));
    if (detail == Detail.TIMELINE) {
      object.set("timeline", timeline(outcome));
    }
    return object;
  }

  private ArrayNode scores(TrackOutcome outcome, Task task) {
    Verdict verdict = outcome.verdicts().get(task);
    if (verdict == null) {
      return mapper.createArrayNode();
    }
    return labels(detail == Detail.TOLD ? verdict.labels() : verdict.scores());
  }

  private ArrayNode labels(List<LabelScore> labels) {
    ArrayNode array = mapper.createArrayNode();
    labels.forEach(label -> array.add(label(label)));
    return array;
  }

  private ObjectNode words(Map<TagField, List<String>> told) {
    ObjectNode object = mapper.createObjectNode();
    for (Task task : Task.values()) {
      ArrayNode array = object.putArray(task.word());
      told.getOrDefault(TagField.of(task), List.of()).forEach(array::add);
    }
    return object;
  }

  private ObjectNode label(LabelScore label) {
    return mapper
        .createObjectNode()
        .put("label", label.label())
        .put("score", rounded(label.score()));
  }

  private ArrayNode changes(List<FieldChange> changes) {
    ArrayNode array = mapper.createArrayNode();
    for (FieldChange change : changes) {
      ObjectNode object = array.addObject().put("field", change.field().word());
      ArrayNode before = object.putArray("before");
      change.before().forEach(before::add);
      ArrayNode after = object.putArray("after");
      change.after().forEach(after::add);
    }
    return array;
  }

  private ObjectNode timeline(TrackOutcome outcome) {
    ObjectNode object = mapper.createObjectNode();
    for (Task task : Task.values()) {
      ArrayNode windows = object.putArray(task.word());
      Analysis analysis = outcome.analyses().get(task);
      if (analysis != null) {
        for (WindowScores window : analysis.timeline()) {
          windows
              .addObject()
              .put("start", rounded(window.startSeconds()))
              .put("end", rounded(window.endSeconds()))
              .set("scores", labels(window.scores()));
        }
      }
    }
    return object;
  }

  /** False if the name's bytes are no text in the locale, so that {@code path} is not the name. */
  private static boolean isText(Path path) {
    try {
      return Path.of(path.toString()).equals(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
