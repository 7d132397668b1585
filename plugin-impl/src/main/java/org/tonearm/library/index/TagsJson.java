package org.tonearm.library.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonearm.api.tag.TagField;

/** The values of fields as text in a column, such as {@code {"genre":["Rock"]}}. */
final class TagsJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, List<String>>> TYPE = new TypeReference<>() {};
  private static final String NONE = "{}";

  private TagsJson() {}

  static String of(Map<TagField, List<String>> values) {
    if (values.isEmpty()) {
      return NONE;
    }
    Map<String, List<String>> words = new TreeMap<>();
    values.forEach((field, list) -> words.put(field.word(), list));
    try {
      return MAPPER.writeValueAsString(words);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fields that this version does not know are left out. */
  static Map<TagField, List<String>> read(String text) {
    Map<TagField, List<String>> values = new EnumMap<>(TagField.class);
    if (text.equals(NONE)) {
      return values;
    }
    try {
      Map<String, List<String>> words = MAPPER.readValue(text, TYPE);
      for (TagField field : TagField.values()) {
        if (words.containsKey(field.word())) {
          values.put(field, words.get(field.word()));
        }
      }
      return values;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
