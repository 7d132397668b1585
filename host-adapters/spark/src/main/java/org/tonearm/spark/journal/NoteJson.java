package org.tonearm.spark.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.tonearm.spark.store.StoredFile;

/** Notes as JSON, one object a line; names are kept from version to version. Thread-safe. */
public final class NoteJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String NOTE = "note";

  private final WorkJson work = new WorkJson(MAPPER);

  /** To one line, without its end. */
  public String write(Note note) {
    ObjectNode object = MAPPER.createObjectNode();
    if (note instanceof Begun begun) {
      object.put(NOTE, "begun").put("id", begun.id()).put("temporary", begun.temporary());
      Writer writer = begun.writer();
      object.put("host", writer.host()).put("pid", writer.pid()).put("started", writer.started());
    } else if (note instanceof Intent intent) {
      write(object.put(NOTE, "intent"), intent);
    } else if (note instanceof End end) {
      object.put(NOTE, "end").put("id", end.id()).put("state", end.state());
      object.put("version", end.version()).put("code", end.code()).put("message", end.message());
    } else if (note instanceof Told told) {
      object.put(NOTE, "told").put("run", told.run()).put("attempt", told.attempt());
      object.put("kind", told.kind().word()).put("undoes", told.undoes());
      object.put("state", told.state()).put("code", told.code()).put("message", told.message());
    }
    object.put("uri", note.uri()).put("at", note.at().toString());
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }

  private void write(ObjectNode object, Intent intent) {
    object.put("id", intent.id()).put("run", intent.run()).put("attempt", intent.attempt());
    object.put("kind", intent.kind().word()).put("undoes", intent.undoes());
    object.put("seenVersion", intent.seen().version()).put("seenSize", intent.seen().size());
    object.put("seenModified", intent.seen().modified());
    Placement placed = intent.placed();
    object.put("placedSize", placed.size()).put("placedKey", placed.key());
    object.put("placedModified", placed.modified()).put("placedSha256", placed.sha256());
    work.write(object, intent.work());
  }

  /**
   * From a line.
   *
   * @return empty if it is damaged, or was cut short
   */
  public Optional<Note> read(String line) {
    try {
      JsonNode object = MAPPER.readTree(line);
      return object.isObject() ? Optional.of(note(object)) : Optional.empty();
    } catch (JsonProcessingException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private Note note(JsonNode object) throws JsonProcessingException {
    Instant at = Instant.parse(text(object, "at"));
    String uri = text(object, "uri");
    return switch (text(object, NOTE)) {
      case "begun" ->
          new Begun(
              text(object, "id"),
              uri,
              text(object, "temporary"),
              new Writer(text(object, "host"), number(object, "pid"), number(object, "started")),
              at);
      case "intent" -> intent(object, uri, at);
      case "end" ->
          new End(
              text(object, "id"),
              uri,
              text(object, "state"),
              text(object, "version"),
              text(object, "code"),
              text(object, "message"),
              at);
      case "told" ->
          new Told(
              text(object, "run"),
              text(object, "attempt"),
              kind(object),
              uri,
              text(object, "undoes"),
              text(object, "state"),
              text(object, "code"),
              text(object, "message"),
              at);
      default -> throw new IllegalArgumentException("a note of a later version");
    };
  }

  private Intent intent(JsonNode object, String uri, Instant at) throws JsonProcessingException {
    return new Intent(
        text(object, "id"),
        text(object, "run"),
        text(object, "attempt"),
        kind(object),
        uri,
        text(object, "undoes"),
        new StoredFile(
            uri,
            number(object, "seenSize"),
            number(object, "seenModified"),
            text(object, "seenVersion")),
        new Placement(
            number(object, "placedSize"),
            text(object, "placedKey"),
            number(object, "placedModified"),
            text(object, "placedSha256")),
        work.read(object),
        at);
  }

  private static Kind kind(JsonNode object) {
    return Kind.valueOf(text(object, "kind").toUpperCase(Locale.ROOT));
  }

  static String text(JsonNode object, String key) {
    JsonNode value = object.get(key);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("'" + key + "' should be text");
    }
    return value.textValue();
  }

  private static long number(JsonNode object, String key) {
    JsonNode value = object.get(key);
    if (value == null || !value.isIntegralNumber()) {
      throw new IllegalArgumentException("'" + key + "' should be a number");
    }
    return value.longValue();
  }
}
