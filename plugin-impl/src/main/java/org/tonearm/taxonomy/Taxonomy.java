package org.tonearm.taxonomy;

/** Genres and what is known of them. Immutable and thread-safe. */
public final class Taxonomy {
  private Taxonomy() {}

  /** The taxonomy that comes with Tonearm. */
  public static Taxonomy standard() {
    return new Taxonomy();
  }
}
