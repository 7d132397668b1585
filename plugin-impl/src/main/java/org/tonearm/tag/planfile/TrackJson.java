package org.tonearm.tag.planfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;

/** A planned track as a JSON object. Stateless and thread-safe. */
public final class TrackJson {
  private static final String SUBGENRE = "subgenre";

  private final ObjectMapper mapper = new ObjectMapper();

  /** To JSON. */
  public ObjectNode write(PlannedTrack track) {
    ObjectNode object = mapper.createObjectNode();
    // The address holds the name's very bytes; the path is for the reader's eye.
    object.put("path", track.path().toString());
    object.put("uri", track.path().toUri().toString());
    object.put("status", track.status());
    ArrayNode changes = object.putArray("changes");
    for (FieldChange change : track.changes()) {
      ObjectNode entry = changes.addObject().put("field", change.field().word());
      change.before().forEach(entry.putArray("before")::add);
      change.after().forEach(entry.putArray("after")::add);
      entry.put("reason", change.reason());
    }
    for (Verdict verdict : track.verdicts()) {
      ObjectNode entry = object.putObject(verdict.task().word());
      entry.put("model", verdict.modelId());
      entry.put("told", verdict.labels().size());
      ArrayNode scores = entry.putArray("scores");
      verdict
          .scores()
          .forEach(s -> scores.addObject().put("label", s.label()).put("score", s.score()));
      entry.put("abstention", verdict.abstention());
      verdict
          .subgenre()
          .ifPresent(
              s -> entry.putObject(SUBGENRE).put("label", s.label()).put("score", s.score()));
    }
    object.put("seconds", track.seconds());
    object.put("state", track.state());
    object.put("rest", track.rest());
    track
        .problem()
        .ifPresent(
            problem ->
                object
                    .putObject("error")
                    .put("code", problem.code())
                    .put("message", problem.message())
                    .put("remedy", problem.remedy()));
    return object;
  }

  /**
   * From JSON.
   *
   * @throws IllegalArgumentException if something is missing or of another kind
   */
  public PlannedTrack read(JsonNode object) {
    List<FieldChange> changes = new ArrayList<>();
    for (JsonNode change : required(object, "changes")) {
      changes.add(
          new FieldChange(
              field(text(change, "field")),
              texts(change, "before"),
              texts(change, "after"),
              text(change, "reason")));
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (Task task : Task.values()) {
      if (object.has(task.word())) {
        verdicts.add(verdict(task, object.get(task.word())));
      }
    }
    return new PlannedTrack(
        Path.of(URI.create(text(object, "uri"))),
        text(object, "status"),
        text(object, "state"),
        object.has("rest") ? text(object, "rest") : "", // older plans have none
        required(object, "seconds").asDouble(),
        verdicts,
        changes,
        List.of(),
        Optional.ofNullable(object.get("error"))
            .map(
                error ->
                    new PlannedTrack.Problem(
                        text(error, "code"), text(error, "message"), text(error, "remedy"))));
  }

  private static Verdict verdict(Task task, JsonNode entry) {
    List<LabelScore> scores = new ArrayList<>();
    for (JsonNode score : required(entry, "scores")) {
      scores.add(score(score));
    }
    int told = Math.min(scores.size(), Math.max(0, required(entry, "told").asInt()));
    return new Verdict(
        task,
        text(entry, "model"),
        scores.subList(0, told),
        scores,
        text(entry, "abstention"),
        Optional.ofNullable(entry.get(SUBGENRE)).map(TrackJson::score));
  }

  private static LabelScore score(JsonNode entry) {
    return new LabelScore(text(entry, "label"), required(entry, "score").asDouble());
  }

  private static TagField field(String word) {
    return Arrays.stream(TagField.values())
        .filter(field -> field.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no field '" + word + "' to write"));
  }

  private static List<String> texts(JsonNode object, String key) {
    JsonNode array = required(object, key);
    // A lone text has no elements: read as an array it would say "no value", and empty the field.
    if (!array.isArray()) {
      throw new IllegalArgumentException("'" + key + "' should be an array of texts");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode text : array) {
      if (!text.isTextual()) {
        throw new IllegalArgumentException("expected text, found " + text.getNodeType());
      }
      if (text.textValue().indexOf(0) >= 0) {
        throw new IllegalArgumentException("a text in '" + key + "' holds a NUL character");
      }
      texts.add(text.textValue());
    }
    return texts;
  }

  private static String text(JsonNode object, String key) {
    JsonNode text = required(object, key);
    if (!text.isTextual()) {
      throw new IllegalArgumentException("'" + key + "' should be text");
    }
    return text.textValue();
  }

  private static JsonNode required(JsonNode object, String key) {
    JsonNode value = object.get(key);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("'" + key + "' is missing");
    }
    return value;
  }
}
