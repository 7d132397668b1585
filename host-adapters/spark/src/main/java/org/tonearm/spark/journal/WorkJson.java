package org.tonearm.spark.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.journal.JournaledField;

/** The part of an intent that tells of tags; names as in the engine's own exports. Thread-safe. */
final class WorkJson {
  private final ObjectMapper mapper;

  WorkJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void write(ObjectNode object, TagWork work) {
    object.put("audioHash", work.audioHash()).put("codec", work.codec());
    object.set("profile", mapper.valueToTree(work.profile()));
    object.put("layout", base64(work.layout().bytes()));
    ArrayNode fields = object.putArray("fields");
    for (JournaledField field : work.fields()) {
      ObjectNode entry = fields.addObject().put("field", field.field().word());
      put(entry, "before", field.before().values());
      put(entry, "intended", field.intended());
      entry.put("beforeRaw", base64(field.before().raw()));
      field
          .after()
          .ifPresent(
              after -> {
                put(entry, "after", after.values());
                entry.put("afterRaw", base64(after.raw()));
              });
    }
  }

  TagWork read(JsonNode object) throws JsonProcessingException {
    List<JournaledField> fields = new ArrayList<>();
    for (JsonNode entry : object.path("fields")) {
      fields.add(
          new JournaledField(
              TagField.valueOf(NoteJson.text(entry, "field").toUpperCase(Locale.ROOT)),
              new FieldState(values(entry, "before"), bytes(entry, "beforeRaw")),
              values(entry, "intended"),
              entry.has("after")
                  ? Optional.of(new FieldState(values(entry, "after"), bytes(entry, "afterRaw")))
                  : Optional.empty(),
              false));
    }
    return new TagWork(
        NoteJson.text(object, "audioHash"),
        NoteJson.text(object, "codec"),
        mapper.treeToValue(object.get("profile"), TagProfile.class),
        new TagLayout(bytes(object, "layout")),
        fields);
  }

  private static void put(ObjectNode object, String key, List<String> values) {
    ArrayNode array = object.putArray(key);
    values.forEach(array::add);
  }

  private static List<String> values(JsonNode object, String key) {
    List<String> values = new ArrayList<>();
    object.path(key).forEach(value -> values.add(value.textValue()));
    return values;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(JsonNode object, String key) {
    return Base64.getDecoder().decode(NoteJson.text(object, key));
  }
}
