package org.tonearm.api.tag;

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
 * @param newId3Version minor version of an ID3v2 tag made where there was none: 3 or 4
 * @param modificationTime what becomes of the file's modification time
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record TagProfile(
    String separator,
    String moodDescription,
    int newId3Version,
    ModificationTime modificationTime) {

  /** For hosts without wishes: "; ", MOOD, ID3v2.4, modification time kept. */
  public static final TagProfile DEFAULT = new TagProfile("; ", "MOOD", 4, ModificationTime.KEPT);

  /** Checks the version. */
  public TagProfile {
    Objects.requireNonNull(separator);
    Objects.requireNonNull(moodDescription);
    Objects.requireNonNull(modificationTime);
    if (newId3Version != 3 && newId3Version != 4) {
      throw new IllegalArgumentException("ID3v2 minor version is 3 or 4, not " + newId3Version);
    }
  }

  /** What becomes of the modification time. */
  public enum ModificationTime {
    /** As before the write: for programs that sort by it, and DJ programs. */
    KEPT,
    /** The time of the write: for programs that notice changes by it (beets, MPD, rsync). */
    MOVED_ON
  }
}
