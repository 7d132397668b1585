package org.tonearm.listing.sqlite;

/** One row of an answer; valid while it is looked at. Columns count from 1. */
public interface Row {

  /** A text; "" for none. */
  String text(int column);

  /** A whole number; 0 for none. */
  long number(int column);
}
