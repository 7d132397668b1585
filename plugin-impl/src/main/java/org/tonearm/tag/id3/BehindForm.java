package org.tonearm.tag.id3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Looks for chunks behind the end that a form states, where programs find them all the same. */
final class BehindForm {
  private static final int MOST = 1 << 16;

  private BehindForm() {}

  /**
   * Walks on as the chunks go on, whether or not those of odd length are followed by a pad byte.
   *
   * @return whether one has such a name
   */
  static boolean holds(SourceFile source, ChunkLayout layout, Predicate<String> name)
      throws IOException {
    long at = layout.end();
    for (int count = 0; count < MOST; count++) {
      byte[] header = source.peek(at, ChunkLayout.CHUNK_HEADER + 1);
      int pad = header.length > 0 && header[0] == 0 ? 1 : 0;
      if (header.length < pad + 4 || !ChunkLayout.isName(header, pad)) {
        return false;
      }
      if (name.test(new String(header, pad, 4, StandardCharsets.ISO_8859_1))) {
        return true;
      }
      if (header.length < pad + ChunkLayout.CHUNK_HEADER) {
        return false;
      }
      long size = ByteBuffer.wrap(header).order(layout.order()).getInt(pad + 4) & 0xFFFFFFFFL;
      at += pad + ChunkLayout.CHUNK_HEADER + size;
    }
    return false;
  }
}
