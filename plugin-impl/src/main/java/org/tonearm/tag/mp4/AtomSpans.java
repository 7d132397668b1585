package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The atoms that lie side by side in a container's body.
 *
 * @param atoms in order
 * @param trailing where the atoms end: what follows is zeros (QuickTime closes user data with 32
 *     zero bits)
 * @param end of the body
 */
record AtomSpans(List<AtomSpan> atoms, int trailing, int end) {
  /** More atoms than this in one container are an attack on memory, not music. */
  static final int MOST_ATOMS = 250_000;

  static final int HEADER = 8;
  static final int WIDE_HEADER = 16;

  /** Copies the list. */
  AtomSpans {
    atoms = List.copyOf(atoms);
  }

  /**
   * Reads the atoms between two positions.
   *
   * @throws StructureException if an atom leaves the range, or bytes remain that are no atom
   */
  static AtomSpans read(ByteBuffer buffer, int from, int to) throws StructureException {
    List<AtomSpan> atoms = new ArrayList<>();
    int at = from;
    while (at < to) {
      if (to - at < HEADER || buffer.getInt(at) == 0) {
        requireZeros(buffer, at, to);
        break;
      }
      if (atoms.size() == MOST_ATOMS) {
        throw StructureException.unsupported("more than " + MOST_ATOMS + " atoms in one container");
      }
      AtomSpan atom = readOne(buffer, at, to);
      atoms.add(atom);
      at = atom.end();
    }
    return new AtomSpans(atoms, Math.min(at, to), to);
  }

  /** The body of a plain container. */
  static AtomSpans bodyOf(ByteBuffer buffer, AtomSpan container) throws StructureException {
    return read(buffer, container.body(), container.end());
  }

  Optional<AtomSpan> first(String type) {
    return atoms.stream().filter(atom -> atom.type().equals(type)).findFirst();
  }

  List<AtomSpan> all(String type) {
    return atoms.stream().filter(atom -> atom.type().equals(type)).toList();
  }

  private static AtomSpan readOne(ByteBuffer buffer, int at, int to) throws StructureException {
    long size = Integer.toUnsignedLong(buffer.getInt(at));
    String type = AtomSpan.typeAt(buffer, at + 4);
    int header = HEADER;
    if (size == 1) {
      if (to - at < WIDE_HEADER) {
        throw StructureException.malformed("atom '" + type + "' breaks off in its header");
      }
      header = WIDE_HEADER;
      size = buffer.getLong(at + HEADER);
    }
    if (size < header || size > to - at) {
      throw StructureException.malformed(
          "atom '"
              + type
              + "' states "
              + Long.toUnsignedString(size)
              + " bytes where "
              + (to - at)
              + " are left in its container");
    }
    return new AtomSpan(type, at, at + header, at + (int) size);
  }

  private static void requireZeros(ByteBuffer buffer, int from, int to) throws StructureException {
    for (int at = from; at < to; at++) {
      if (buffer.get(at) != 0) {
        throw StructureException.malformed("bytes that are no atom at the end of a container");
      }
    }
  }
}
