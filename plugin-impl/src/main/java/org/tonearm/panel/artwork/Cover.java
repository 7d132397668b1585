package org.tonearm.panel.artwork;

import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be shown of a track's picture. Immutable, as long as nobody paints into the image.
 *
 * @param kind whether there is one
 * @param image made small; there only if it is shown
 */
public record Cover(Kind kind, Optional<BufferedImage> image) {
  /** Of a track whose picture is not read yet. */
  public static final Cover AWAITED = new Cover(Kind.AWAITED, Optional.empty());

  /** Of a track without a picture. */
  public static final Cover NONE = new Cover(Kind.NONE, Optional.empty());

  /** Of a track whose picture is damaged, of an unknown kind, or much too large. */
  public static final Cover UNREADABLE = new Cover(Kind.UNREADABLE, Optional.empty());

  /** Whether there is a picture. */
  public enum Kind {
    /** Not known yet. */
    AWAITED,
    /** There is none. */
    NONE,
    /** There is one, which can't be shown. */
    UNREADABLE,
    /** There is one. */
    SHOWN
  }

  /** Checks that nothing is null. */
  public Cover {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(image);
  }

  static Cover of(BufferedImage image) {
    return new Cover(Kind.SHOWN, Optional.of(image));
  }
}
