package org.tonearm.library.index;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/**
 * The tags that Tonearm writes, as they stood in a file: enough to tell that nothing is to be
 * written, without opening it.
 *
 * @param format the kind of tag in words, as in {@link TagSnapshot#format()}
 * @param readAs how the values were read; values read otherwise may differ
 * @param values by field; a field without values is left out
 */
public record TagsSeen(String format, String readAs, Map<TagField, List<String>> values) {
  /** Raised when the same bytes are read as other values than before. */
  private static final int READING = 2;

  /** Copies the map. */
  public TagsSeen {
    Map<TagField, List<String>> copy = new EnumMap<>(TagField.class);
    values.forEach(
        (field, list) -> {
          if (!list.isEmpty()) {
            copy.put(field, List.copyOf(list));
          }
        });
    values = Map.copyOf(copy);
  }

  /** What a codec read. */
  public static TagsSeen of(TagSnapshot snapshot, TagProfile profile) {
    Map<TagField, List<String>> values = new EnumMap<>(TagField.class);
    snapshot.fields().forEach((field, state) -> values.put(field, state.values()));
    return new TagsSeen(snapshot.format(), readAs(profile), values);
  }

  /** The values of a field; empty if it was absent. */
  public List<String> values(TagField field) {
    return values.getOrDefault(field, List.of());
  }

  /** Whether reading the file with this profile would show the same values. */
  public boolean readWith(TagProfile profile) {
    return readAs.equals(readAs(profile));
  }

  private static String readAs(TagProfile profile) {
    return READING + "\n" + profile.separator() + "\n" + profile.moodDescription();
  }
}
