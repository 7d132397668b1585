package org.tonearm.tag.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The top level of a file.
 *
 * @param atoms in order, without gaps, from byte 0 to the end
 * @param moov index of the one {@code moov}
 */
record FileLayout(List<TopAtom> atoms, int moov) {
  private static final int ID3V1_SIZE = 128;

  /** Copies the list. */
  FileLayout {
    atoms = List.copyOf(atoms);
  }

  /**
   * Walks over the headers.
   *
   * @throws StructureException if an atom leaves the file, or there is not exactly one {@code moov}
   */
  static FileLayout scan(FileChannel file) throws IOException, StructureException {
    List<TopAtom> atoms = new ArrayList<>();
    long length = file.size();
    int moov = -1;
    for (long at = 0; at < length; at = atoms.get(atoms.size() - 1).end()) {
      if (atoms.size() == AtomSpans.MOST_ATOMS) {
        throw StructureException.unsupported("more than " + AtomSpans.MOST_ATOMS + " atoms");
      }
      TopAtom atom = readOne(file, at, length, moov >= 0);
      if (atom.type().equals("moov")) {
        if (moov >= 0) {
          throw StructureException.unsupported("two 'moov' atoms");
        }
        moov = atoms.size();
      }
      atoms.add(atom);
    }
    if (moov < 0) {
      throw StructureException.malformed("there is no 'moov' atom: the file is cut short");
    }
    return new FileLayout(atoms, moov);
  }

  TopAtom moovAtom() {
    return atoms.get(moov);
  }

  long length() {
    return atoms.get(atoms.size() - 1).end();
  }

  /** Index of the atom that holds a byte of the file, or -1. */
  int indexAt(long offset) {
    if (offset < 0 || offset >= length()) {
      return -1;
    }
    int low = 0;
    int high = atoms.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (atoms.get(middle).offset() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static TopAtom readOne(FileChannel file, long at, long length, boolean moovSeen)
      throws IOException, StructureException {
    long left = length - at;
    ByteBuffer head = FileBytes.read(file, at, (int) Math.min(AtomSpans.WIDE_HEADER, left));
    if (moovSeen && isTrailer(head, left)) {
      return new TopAtom(TopAtom.TRAILER, at, 0, left);
    }
    if (left < AtomSpans.HEADER) {
      throw StructureException.malformed("the file breaks off in the header of an atom");
    }
    String type = AtomSpan.typeAt(head, 4);
    long size = Integer.toUnsignedLong(head.getInt(0));
    int header = AtomSpans.HEADER;
    if (size == 0) {
      size = left;
    } else if (size == 1) {
      if (left < AtomSpans.WIDE_HEADER) {
        throw StructureException.malformed("the file breaks off in the header of an atom");
      }
      header = AtomSpans.WIDE_HEADER;
      size = head.getLong(8);
    }
    if (size < header || size > left) {
      throw StructureException.malformed(
          "atom '"
              + type
              + "' states "
              + Long.toUnsignedString(size)
              + " bytes where "
              + left
              + " are left in the file");
    }
    return new TopAtom(type, at, header, size);
  }

  private static boolean isTrailer(ByteBuffer head, long left) {
    if (left == ID3V1_SIZE) {
      return head.get(0) == 'T' && head.get(1) == 'A' && head.get(2) == 'G';
    }
    if (left >= AtomSpans.HEADER) {
      return head.getLong(0) == 0;
    }
    for (int i = 0; i < left; i++) {
      if (head.get(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
