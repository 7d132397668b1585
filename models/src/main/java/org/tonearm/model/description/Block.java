package org.tonearm.model.description;

/**
 * One thing that is heard in a window. Implementations are stateless and thread-safe, and give
 * finite values for every window of at least one frame, silence included.
 */
public interface Block {

  /** A short, stable word. */
  String name();

  /** Number of its values. */
  int size();

  /** Its values, {@link #size()} of them; a fresh array. */
  float[] of(HeardWindow window);
}
