package org.tonearm.tag.write;

import java.util.Objects;

/**
 * What the user allows.
 *
 * @param allowAttributeLoss whether a file may be written though its owner, group, access list or
 *     extended attributes can't be kept
 * @param hardLinks what happens to a file with other names
 */
public record WriteOptions(boolean allowAttributeLoss, HardLinks hardLinks) {
  /** Nothing may be lost; hard links are written with a warning. */
  public static final WriteOptions DEFAULT = new WriteOptions(false);

  /** Checks the policy. */
  public WriteOptions {
    Objects.requireNonNull(hardLinks);
  }

  /** With a warning for hard links. */
  public WriteOptions(boolean allowAttributeLoss) {
    this(allowAttributeLoss, HardLinks.WARN);
  }
}
