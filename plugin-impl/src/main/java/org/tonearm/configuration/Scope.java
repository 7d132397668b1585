package org.tonearm.configuration;

/** Of what a genre is told. */
public enum Scope {
  /** Each track has its own. */
  TRACK,
  /** The tracks of an album have one. */
  ALBUM
}
