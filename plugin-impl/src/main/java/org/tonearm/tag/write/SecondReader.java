package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.TagField;

/**
 * A reader of tags that shares no code with the codecs, asked for a second opinion on each changed
 * copy before it takes the original's place. Thread-safe.
 */
@FunctionalInterface
public interface SecondReader {
  /** Has no opinion. */
  SecondReader NONE = file -> Optional.empty();

  /**
   * Reads a file's fields.
   *
   * @param file a changed copy; its name begins with {@code .tonearm-} and has the original's
   *     extension; not to be changed
   * @return values of the fields it can speak for, an empty list for an absent field; empty if it
   *     can't read this kind of file
   * @throws IOException if it should be able to read the file and can't: the copy is then dropped
   */
  Optional<Map<TagField, List<String>>> read(Path file) throws IOException;

  /**
   * Reads by which words a person knows a track, wherever in the file they stand.
   *
   * @param file as for {@link #read}
   * @return texts by what they are: title, artist, album; none that are blank or can't be told
   */
  default Map<String, String> credits(Path file) {
    return Map.of();
  }
}
