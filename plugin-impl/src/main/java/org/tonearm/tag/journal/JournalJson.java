package org.tonearm.tag.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;

/**
 * What the journal holds as JSON, one object a line, for {@code history --json} and for exports.
 * The names are kept from version to version. Stateless and thread-safe.
 */
public final class JournalJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final boolean bytes;

  /**
   * @param bytes whether tags' raw bytes, the profile and the files' identities are told, which is
   *     what it takes to undo by hand
   */
  public JournalJson(boolean bytes) {
    this.bytes = bytes;
  }

  /** The first line of an export. */
  String head(Instant now) {
    return text(object("journal").put("version", Schema.VERSION).put("exported", now.toString()));
  }

  /** A run. */
  public String run(RunSummary run) {
    ObjectNode object = object("run").put("run", run.id()).put("command", run.commandLine());
    object.put("started", run.started().toString());
    object.put("finished", run.finished().map(Instant::toString).orElse(null));
    object.put("running", run.live());
    object.put("undo", run.undo());
    object.put("undoes", run.undoes().isPresent() ? run.undoes().getAsLong() : null);
    object.put("done", run.done()).put("undone", run.undone());
    object.put("failed", run.failed()).put("open", run.open());
    return text(object);
  }

  /** One file of a run. */
  public String file(JournalEntry entry) {
    ObjectNode object = object("file").put("run", entry.run()).put("entry", entry.id());
    object.put("path", entry.path().toString());
    object.put("pathUri", PathText.address(entry.path()));
    object.put("state", entry.state().name().toLowerCase(Locale.ROOT));
    object.put("updated", entry.updated().toString());
    object.put("audioHash", entry.audioHash().orElse(null));
    ArrayNode fields = object.putArray("fields");
    entry.fields().forEach(field -> field(fields.addObject(), field));
    entry
        .failure()
        .ifPresentOrElse(
            f -> object.putObject("failure").put("code", f.code()).put("message", f.message()),
            () -> object.putNull("failure"));
    if (bytes) {
      object.put("codec", entry.codec());
      object.set("profile", MAPPER.valueToTree(entry.profile()));
      object.set("original", MAPPER.valueToTree(entry.original()));
      object.put("layout", Base64.getEncoder().encodeToString(entry.layout().bytes()));
      object.set("copy", MAPPER.valueToTree(entry.copy().orElse(null)));
    }
    return text(object);
  }

  private void field(ObjectNode object, JournaledField field) {
    object.put("field", field.field().word());
    object.set("before", values(field.before().values()));
    object.set("intended", values(field.intended()));
    Optional<FieldState> after = field.after();
    object.set("after", after.map(state -> values(state.values())).orElse(null));
    object.put("undone", field.undone());
    if (bytes) {
      object.put("beforeRaw", base64(field.before()));
      object.put("afterRaw", after.map(JournalJson::base64).orElse(null));
    }
  }

  private static ArrayNode values(List<String> values) {
    ArrayNode array = MAPPER.createArrayNode();
    values.forEach(array::add);
    return array;
  }

  private static String base64(FieldState state) {
    return Base64.getEncoder().encodeToString(state.raw());
  }

  private static ObjectNode object(String type) {
    return MAPPER.createObjectNode().put("type", type);
  }

  private static String text(ObjectNode object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }
}
