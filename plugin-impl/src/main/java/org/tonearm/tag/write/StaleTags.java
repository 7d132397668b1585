package org.tonearm.tag.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;

/** Second tags that are carried over as they are, so that they come to say something older. */
final class StaleTags {
  private static final String APE = "APE:";
  private static final String ID3_IN_FLAC = "ID3v2 before the stream";

  private StaleTags() {}

  /**
   * A sentence for each tag that some programs read in preference to the one written.
   *
   * @param others the file's items that are no fields
   * @param changed the fields that were written
   */
  static List<String> warnings(Path file, List<TagSnapshot.RawItem> others, Set<TagField> changed) {
    List<String> warnings = new ArrayList<>();
    for (TagSnapshot.RawItem item : others) {
      if (item.key().startsWith(APE)) {
        List<String> held = List.of(item.key().substring(APE.length()).split(","));
        List<String> stale =
            changed.stream()
                .map(TagField::word)
                .filter(word -> held.contains(word.toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
        if (!stale.isEmpty()) {
          warnings.add(
              file
                  + " has an APE tag too, which keeps its own "
                  + String.join(" and ", stale)
                  + "; programs that prefer APE (foobar2000, mpd) show that one");
        }
      } else if (item.key().equals(ID3_IN_FLAC)) {
        warnings.add(
            file
                + " has an ID3 tag in front of its FLAC tags, which is kept as it is; a program that"
                + " reads ID3 in FLAC files does not show the change");
      }
    }
    return warnings;
  }
}
