package org.tonearm.api.tag;

import java.nio.file.Path;
import org.tonearm.api.Stability;

/**
 * Reads and rewrites the tags of one family of containers. Found with {@link
 * java.util.ServiceLoader}. Thread-safe and stateless. Never writes to the file it reads: {@link
 * #rewrite} makes a changed copy; replacing the original is the caller's work.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public interface TagCodec {

  /** The kind of tag that it reads and writes. */
  default TagKind kind() {
    return TagKind.ID3;
  }

  /**
   * The profile that it really goes by, where its format has settings of its own. Twice is as once.
   *
   * @param profile as given to its methods
   */
  default TagProfile adapt(TagProfile profile) {
    return profile;
  }

  /** The family in a word, such as {@code mp3}, {@code flac}, {@code ogg}, {@code mp4}. */
  String id();

  /**
   * Tells by content, not by name, whether a file is this codec's.
   *
   * @param head the file's first bytes, up to 64 KiB, all of them if the file is shorter
   * @param lowerCaseExtension the name's extension without dot, "" if none: a hint where the bytes
   *     do not decide (an mp3 without ID3)
   */
  boolean recognises(byte[] head, String lowerCaseExtension);

  /**
   * Reads a file's tags.
   *
   * @throws TagException if the structure can't be read in full; nothing may then be written
   */
  TagSnapshot read(Path file, TagProfile profile) throws TagException;

  /**
   * Tells how a file's tags are laid out, so that an edit which takes a later one back can be asked
   * for the same layout. Cheap: the audio is not read. Unknown unless a codec can tell.
   *
   * @throws TagException if the structure can't be read in full
   */
  default TagLayout layout(Path file) throws TagException {
    return TagLayout.UNKNOWN;
  }

  /**
   * Refuses an edit that {@link #rewrite} would refuse, before any copy is made: a file that would
   * outgrow its format, say. Cheap: the audio is not read. Does nothing unless a codec can tell.
   *
   * @throws TagException the one of {@link #rewrite}
   */
  default void check(Path source, TagEdit edit, TagProfile profile) throws TagException {}

  /**
   * Tells what a copy made by {@link #rewrite} is to hold beside the fields that the edit names.
   * That is what the file holds, unless the edit makes a tag that would hide what tags of another
   * kind say, and that takes it over; or drops such a tag again. Cheap: the audio is not read.
   *
   * @param source not changed
   * @param before its tags
   * @return tags of which other items, and the items of fields that the edit does not name, count
   */
  default TagSnapshot expected(Path source, TagSnapshot before, TagEdit edit, TagProfile profile)
      throws TagException {
    return before;
  }

  /**
   * Writes a changed copy. All that the edit does not name is carried over as raw bytes; padding is
   * used where it is enough. An edit's layout is met if it can be, and costs no error if it can't.
   *
   * @param source not changed
   * @param target an existing empty regular file, or none; an existing one is written to, never
   *     deleted and made anew, since it already has the original's owner, rights and extended
   *     attributes; on an exception its content is undefined
   */
  void rewrite(Path source, Path target, TagEdit edit, TagProfile profile) throws TagException;

  /**
   * Tells whether two states of a field consist of the same items, byte for byte and in the same
   * order. Where these stand among other items does not count, nor in which form that was noted:
   * journals hold the forms of older versions, and taking one field out of a file moves others.
   *
   * @param one as read by this codec, now or by an earlier version
   * @param other the same
   */
  default boolean sameItems(FieldState one, FieldState other) {
    return one.equals(other);
  }

  /**
   * Tells whether a field was put back: the same items, or where another program has since given
   * the tag a form that the old bytes don't fit in, what is nearest to them.
   *
   * @param before what was to be put back, as read by this codec, now or by an earlier version
   * @param now as read by this codec from the changed copy
   */
  default boolean restored(FieldState before, FieldState now) {
    return sameItems(before, now);
  }
}
