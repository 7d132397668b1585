package org.tonearm.tag.plan;

/** What may happen to a value that a field already has. */
public enum Policy {
  /** Only a field without a value, or with placeholders alone, is written. */
  FILL,
  /** What was heard is appended to what is there; nothing is taken away. */
  MERGE,
  /** What was heard takes the place of what is there, unless that says the same or more. */
  REPLACE;
}
