package org.tonearm.fuzz;

/**
 * A part of a file: a chunk, atom, page, frame or block, header included. Parts may lie in each
 * other.
 *
 * @param start first byte
 * @param end first byte behind
 * @param sizeAt where its length stands
 */
record Part(int start, int end, int sizeAt, SizeForm form) {
  int length() {
    return end - start;
  }
}
