package org.tonearm.fuzz;

import java.util.List;

/** Puts right checksums into the pages of Ogg, so that damage gets past the first gate. */
final class OggSums {
  private static final int[] TABLE = table();

  private OggSums() {}

  static void mend(byte[] file) {
    List<Part> pages = Layout.of(file);
    for (Part page : pages) {
      if (page.form() == SizeForm.NONE
          && page.start() + 27 <= page.end()
          && file[page.start()] == 'O'
          && file[page.start() + 1] == 'g') {
        SizeForm.LITTLE32.write(file, page.start() + 22, 0);
        int crc = 0;
        for (int i = page.start(); i < page.end(); i++) {
          crc = (crc << 8) ^ TABLE[(crc >>> 24) ^ (file[i] & 0xFF)];
        }
        SizeForm.LITTLE32.write(file, page.start() + 22, crc);
      }
    }
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int crc = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc << 1) ^ (crc < 0 ? 0x04C11DB7 : 0);
      }
      table[i] = crc;
    }
    return table;
  }
}
