package org.tonearm.api.tag;

import java.util.List;
import java.util.Map;
import org.tonearm.api.Stability;

/**
 * All that a file carries beside its audio, at one moment.
 *
 * @param format the kind of tag in words, such as {@code ID3v2.3}, {@code Vorbis comment}, {@code
 *     MP4}
 * @param fields every {@link TagField}, absent ones as {@link FieldState#ABSENT}
 * @param others every other item, in file order: frames, comments, atoms, pictures, chunks, the
 *     vendor string, and whatever lies in the file outside audio and padding
 * @param audioHash SHA-256 in lower-case hex over the audio payload's bytes; equal before and after
 *     any tag edit
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record TagSnapshot(
    String format, Map<TagField, FieldState> fields, List<RawItem> others, String audioHash) {
  /** Copies the collections. */
  public TagSnapshot {
    fields = Map.copyOf(fields);
    others = List.copyOf(others);
  }

  /**
   * An item that Tonearm carries over unread.
   *
   * @param key as the format names it, such as {@code GEOB:Serato Markers2}
   * @param sha256 lower-case hex over the item's raw bytes, header and flags included where moving
   *     the item would not change them
   * @param length in bytes
   */
  public record RawItem(String key, String sha256, long length) {}
}
