package org.tonearm.standalone;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tonearm.api.tag.TagField;
import picocli.CommandLine.Option;

/** What playlists are made by. */
final class ByOption {
  private enum Kind {
    GENRE,
    MOOD
  }

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "genre|mood",
      description = "A playlist for each genre, for each mood, or for both (default).")
  private Set<Kind> kinds = new LinkedHashSet<>();

  /** As fields. */
  Set<TagField> fields() {
    Set<TagField> fields = EnumSet.noneOf(TagField.class);
    kinds.forEach(kind -> fields.add(TagField.valueOf(kind.name())));
    return fields.isEmpty() ? TagField.heard() : fields;
  }
}
