package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What Tonearm notes in the body of padding that it added itself, so that an undo can take it away
 * again: seven letters, one byte of flags, and the size of {@code ilst} before. To others the atom
 * is padding like any other, and a program that overwrites the note does no harm.
 *
 * @param madeUdta {@code udta} was added too
 * @param madeMeta {@code meta} was added too
 * @param madeIlst {@code ilst} was added too
 * @param ilstSize size of {@code ilst} before, in bytes with header; 0 if it was added
 */
record PaddingMark(boolean madeUdta, boolean madeMeta, boolean madeIlst, int ilstSize) {
  private static final byte[] LETTERS = "Tonearm".getBytes(StandardCharsets.US_ASCII);

  /** Length of the note. */
  static final int LENGTH = LETTERS.length + 1 + Integer.BYTES;

  /** The note as bytes. */
  byte[] note() {
    ByteBuffer note = ByteBuffer.allocate(LENGTH).put(LETTERS);
    note.put((byte) ((madeUdta ? 1 : 0) | (madeMeta ? 2 : 0) | (madeIlst ? 4 : 0)));
    return note.putInt(ilstSize).array();
  }

  /** A padding atom of that many bytes, header included. */
  RawBox pad(int size) {
    ByteBuffer body = ByteBuffer.allocate(size - AtomSpans.HEADER);
    body.put(note());
    return RawBox.build("free", body.array());
  }

  /** Reads the note in a padding atom. */
  static Optional<PaddingMark> of(RawBox pad) {
    ByteBuffer bytes = pad.bytes();
    int at = pad.header();
    if (bytes.limit() - at < LENGTH || !FileBytes.allZero(bytes, at + LENGTH)) {
      return Optional.empty();
    }
    byte[] letters = new byte[LETTERS.length];
    bytes.get(at, letters);
    int flags = bytes.get(at + LETTERS.length);
    if (!java.util.Arrays.equals(letters, LETTERS) || (flags & ~7) != 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PaddingMark(
            (flags & 1) != 0,
            (flags & 2) != 0,
            (flags & 4) != 0,
            bytes.getInt(at + LETTERS.length + 1)));
  }
}
