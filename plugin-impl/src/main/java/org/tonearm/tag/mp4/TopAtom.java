package org.tonearm.tag.mp4;

/**
 * An atom at the top level of a file.
 *
 * @param type four characters; {@link #TRAILER} for an ID3v1 tag or zeros behind the last atom
 * @param offset of the header, in bytes from the file's start
 * @param header length of the header
 * @param size in bytes, header included
 */
record TopAtom(String type, long offset, int header, long size) {
  /** No atom, but bytes at the file's end that some programs leave there. */
  static final String TRAILER = "trailer";

  long end() {
    return offset + size;
  }

  long body() {
    return offset + header;
  }

  boolean isPadding() {
    return type.equals("free") || type.equals("skip");
  }
}
