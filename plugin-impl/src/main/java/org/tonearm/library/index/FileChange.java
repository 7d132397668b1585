package org.tonearm.library.index;

/** How a file stands to what the index knew of its path. */
public enum FileChange {
  /** Looks as it did; not opened. */
  UNCHANGED,
  /** The path is new, and no file of this audio has gone from where it was. */
  NEW,
  /** The path is new; a file of the same audio is no longer where it was. */
  MOVED,
  /** Same path and same audio: tags, rights or times are others. */
  RETAGGED,
  /** Same path, other audio. */
  CHANGED
}
