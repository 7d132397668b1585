package org.tonearm.fuzz;

/** How a container writes the length of a part. */
enum SizeForm {
  NONE(0),
  BIG24(3),
  BIG32(4),
  LITTLE32(4),
  SYNCSAFE(4),
  LITTLE64(8);

  private final int bytes;

  SizeForm(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /** Bytes behind the file's end count as 0. */
  long read(byte[] file, int at) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      int place = little() ? at + bytes - 1 - i : at + i;
      int digit = place < file.length ? file[place] & 0xFF : 0;
      value = this == SYNCSAFE ? (value << 7) + (digit & 0x7F) : (value << 8) + digit;
    }
    return value;
  }

  /** Bytes behind the file's end are left out. */
  void write(byte[] file, int at, long value) {
    long rest = value;
    for (int i = 0; i < bytes; i++) {
      int place = little() ? at + i : at + bytes - 1 - i;
      if (place < file.length) {
        file[place] = (byte) (this == SYNCSAFE ? rest & 0x7F : rest);
      }
      rest >>= this == SYNCSAFE ? 7 : 8;
    }
  }

  private boolean little() {
    return this == LITTLE32 || this == LITTLE64;
  }
}
