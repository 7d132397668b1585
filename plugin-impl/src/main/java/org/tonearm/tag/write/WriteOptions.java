package org.tonearm.tag.write;

/**
 * What the user allows.
 *
 * @param allowAttributeLoss whether a file may be written though its owner, group, access list or
 *     extended attributes can't be kept
 */
public record WriteOptions(boolean allowAttributeLoss) {
  /** Nothing may be lost. */
  public static final WriteOptions DEFAULT = new WriteOptions(false);
}
