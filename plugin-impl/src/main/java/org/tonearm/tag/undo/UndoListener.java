package org.tonearm.tag.undo;

/** Told of each file as an undo goes on, on the thread that undoes. */
@FunctionalInterface
public interface UndoListener {
  /** Listens to nothing. */
  UndoListener NONE = file -> {};

  /** A file has been dealt with. */
  void undone(UndoneFile file);
}
