package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Names of the items of an {@code ilst}: the atom's type, or {@code ----:mean:name} for a freeform
 * atom.
 */
final class ItemKey {
  static final String FREEFORM = "----";

  /** Longer names are cut in keys, so that a hostile name cannot fill the memory twice. */
  private static final int LONGEST = 255;

  private static final int VERSION_AND_FLAGS = 4;

  private ItemKey() {}

  /** The key of an item; bare {@code ----} if mean or name are missing. */
  static String of(RawBox item) {
    return name(item)
        .map(name -> FREEFORM + ":" + cut(name.mean()) + ":" + cut(name.name()))
        .orElse(item.type());
  }

  /** A freeform atom's name; empty for other atoms and for broken ones. */
  static Optional<FreeformName> name(RawBox item) {
    if (!item.type().equals(FREEFORM)) {
      return Optional.empty();
    }
    try {
      AtomSpans inside = item.children();
      Optional<AtomSpan> mean = inside.first("mean");
      Optional<AtomSpan> name = inside.first("name");
      if (mean.isEmpty() || name.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new FreeformName(text(item.bytes(), mean.get()), text(item.bytes(), name.get())));
    } catch (StructureException e) {
      // No reader can name it, so it is nobody's field: it is carried over like any other item.
      return Optional.empty();
    }
  }

  private static String text(ByteBuffer bytes, AtomSpan atom) throws StructureException {
    int from = atom.body() + VERSION_AND_FLAGS;
    if (from > atom.end()) {
      throw StructureException.malformed("'" + atom.type() + "' without text");
    }
    byte[] text = new byte[atom.end() - from];
    bytes.get(from, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /**
   * Name of a freeform atom.
   *
   * @param mean namespace, such as {@code com.apple.iTunes}
   * @param name within the namespace, as spelled in the file
   */
  record FreeformName(String mean, String name) {}
}
