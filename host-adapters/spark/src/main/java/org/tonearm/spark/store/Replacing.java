package org.tonearm.spark.store;

/** How a storage puts a changed recording in the place of the old one. */
public enum Replacing {
  /** By an atomic rename of a copy beside it: a local or shared file system. */
  RENAME,
  /** By a put that the server refuses unless the object is still the one that was read. */
  CONDITIONAL_PUT,
  /** Not at all: what would be written is laid down in the output, the audio stays as it is. */
  SIDECAR
}
