package org.tonearm.tag.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;

/** Tags as planners see them. */
final class Snapshots {
  static final Track TRACK = new Track(Path.of("song.mp3"), "test");

  private Snapshots() {}

  /** One field with values, all others absent. */
  static TagSnapshot of(TagField field, List<String> values) {
    return of(Map.of(field, values));
  }

  /** Fields with values; those without are absent. */
  static TagSnapshot of(Map<TagField, List<String>> values) {
    Map<TagField, FieldState> fields = new EnumMap<>(TagField.class);
    for (TagField each : TagField.values()) {
      List<String> own = values.getOrDefault(each, List.of());
      fields.put(
          each,
          own.isEmpty()
              ? FieldState.ABSENT
              : new FieldState(own, String.join(";", own).getBytes(StandardCharsets.UTF_8)));
    }
    return new TagSnapshot("Text", fields, List.of(), "00");
  }
}
