package org.tonearm.api.tag;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.Stability;

/**
 * How a host wants its tags, where formats leave a choice.
 *
 * @param separator joins several values where the format has no real multi-values (ID3v2.3), and
 *     splits them when read
 * @param moodDescription description of the TXXX frame and name of the freeform atom that hold the
 *     mood, where the file has none yet; existing ones are found in any case and keep their
 *     spelling
 * @param newId3Version minor version of an ID3v2 tag made where there was none: 3 or 4. A tag that
 *     is there keeps its version: frames differ between versions in name, size, flags and text
 *     encoding, so that converting one would change items that are not to be touched
 * @param modificationTime what becomes of the file's modification time
 * @param multiValues how several values are written, by kind of tag; {@link MultiValues#SEPARATE}
 *     for a kind that is not named; null counts as none named
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record TagProfile(
    String separator,
    String moodDescription,
    int newId3Version,
    ModificationTime modificationTime,
    Map<TagKind, MultiValues> multiValues) {

  /** For hosts without wishes: "; ", MOOD, ID3v2.4, modification time kept. */
  public static final TagProfile DEFAULT = new TagProfile("; ", "MOOD", 4, ModificationTime.KEPT);

  private static final String PROVENANCE = "TONEARM";

  /** Checks version and name of the mood. */
  public TagProfile {
    // Journals hold profiles of versions that knew no such choice.
    multiValues = multiValues == null ? Map.of() : Map.copyOf(multiValues);
    Objects.requireNonNull(separator);
    Objects.requireNonNull(moodDescription);
    Objects.requireNonNull(modificationTime);
    if (newId3Version != 3 && newId3Version != 4) {
      throw new IllegalArgumentException("ID3v2 minor version is 3 or 4, not " + newId3Version);
    }
    if (moodDescription.strip().equalsIgnoreCase(PROVENANCE)) {
      throw new IllegalArgumentException(
          PROVENANCE + " names Tonearm's own notes, the mood needs another name");
    }
  }

  /** With several values written as each format provides. */
  public TagProfile(
      String separator,
      String moodDescription,
      int newId3Version,
      ModificationTime modificationTime) {
    this(separator, moodDescription, newId3Version, modificationTime, Map.of());
  }

  /** The same with another modification time. */
  public TagProfile withModificationTime(ModificationTime time) {
    return new TagProfile(separator, moodDescription, newId3Version, time, multiValues);
  }

  /** How several values are written into a kind of tag. */
  public MultiValues multiValues(TagKind kind) {
    return multiValues.getOrDefault(kind, MultiValues.SEPARATE);
  }

  /**
   * What is left of values that are to be written: the first under {@link MultiValues#FIRST}, else
   * all.
   */
  public List<String> kept(TagKind kind, TagField field, List<String> values) {
    boolean cut = multiValues(kind) == MultiValues.FIRST && !field.isFreeText();
    return cut && values.size() > 1 ? List.of(values.get(0)) : values;
  }

  /** The texts that hold these values in a format that could hold them apart. */
  public List<String> texts(TagKind kind, TagField field, List<String> values) {
    boolean joined = multiValues(kind) == MultiValues.JOINED && !field.isFreeText();
    return joined ? List.of(String.join(separator, values)) : values;
  }

  /** What becomes of the modification time. */
  public enum ModificationTime {
    /** As before the write: for programs that sort by it, and DJ programs. */
    KEPT,
    /** The time of the write: for programs that notice changes by it (beets, MPD, rsync). */
    MOVED_ON
  }
}
