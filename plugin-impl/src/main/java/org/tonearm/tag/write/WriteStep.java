package org.tonearm.tag.write;

/** The steps of a write, in order; each constant names what has been done when it is reached. */
enum WriteStep {
  /** The journal knows of the write. */
  PLANNED,
  /** The temporary file is there, empty, with the original's attributes. */
  CREATED,
  /** The codec has written the copy. */
  REWRITTEN,
  /** The copy was read back and holds what it should. */
  VERIFIED,
  /** Owner, rights, extended attributes and time are the original's. */
  ATTRIBUTES_KEPT,
  /** The copy is on the disk. */
  SYNCED,
  /** The original is still what was read. */
  UNCHANGED,
  /** The journal knows that the rename is next. */
  JOURNALED,
  /** The copy has the original's name. */
  RENAMED,
  /** The rename is on the disk. */
  FOLDER_SYNCED,
  /** The journal knows that the write is over. */
  DONE
}
