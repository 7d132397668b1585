package org.tonearm.tag.write;

/**
 * What happens to a file that has other names (hard links). A safe write makes a new file under the
 * name it was given; the other names keep the old file, byte for byte.
 */
public enum HardLinks {
  /** It is written, and a warning tells of the other names. */
  WARN,
  /** It is written without a warning: the user knows. */
  BREAK,
  /** It is refused with the code {@code hard-linked}. */
  SKIP
}
