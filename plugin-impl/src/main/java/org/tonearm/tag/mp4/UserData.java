package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.tag.codec.MacRoman;

/**
 * Reads QuickTime's own form of tags: texts that lie directly in {@code udta}, each with its length
 * and language before it (16 bits each).
 *
 * <p>Source: Apple, QuickTime File Format Specification, user data atoms.
 */
final class UserData {
  private static final int TEXT_HEADER = 4;

  private UserData() {}

  /** What the atoms of a type say, without blanks around; nothing that is not of this form. */
  static List<String> texts(Mp4Source source, String type) throws StructureException {
    List<String> texts = new ArrayList<>();
    ByteBuffer moov = source.moov();
    for (AtomSpan udta : AtomSpans.bodyOf(moov, source.moovSpan()).all("udta")) {
      for (AtomSpan atom : AtomSpans.bodyOf(moov, udta).all(type)) {
        add(moov, atom, texts);
      }
    }
    return texts;
  }

  private static void add(ByteBuffer moov, AtomSpan atom, List<String> texts) {
    int at = atom.body();
    while (atom.end() - at >= TEXT_HEADER) {
      int length = Short.toUnsignedInt(moov.getShort(at));
      at += TEXT_HEADER;
      if (length > atom.end() - at) {
        return;
      }
      byte[] bytes = new byte[length];
      moov.get(at, bytes);
      String text = text(bytes).strip();
      if (!text.isEmpty() && !texts.contains(text)) {
        texts.add(text);
      }
      at += length;
    }
  }

  /** UTF-16 with its mark, UTF-8, or what old Macintoshes wrote. */
  private static String text(byte[] bytes) {
    boolean wide = bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
    Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, MacRoman.CHARSET);
    }
  }
}
