package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The {@code data} atom inside an item: 32 bits of type, 32 bits of locale, value. Types as in the
 * QuickTime File Format Specification, "well-known types".
 */
final class DataAtom {
  static final String TYPE = "data";
  private static final int VALUE = 8;
  private static final int TYPE_MASK = 0xffffff;
  private static final int IMPLICIT = 0;
  private static final int UTF_8 = 1;
  private static final int UTF_16 = 2;

  private DataAtom() {}

  /** A new atom of type UTF-8, locale 0. */
  static byte[] text(String value) {
    byte[] typeAndLocale = {0, 0, 0, UTF_8, 0, 0, 0, 0};
    return RawBox.build(TYPE, typeAndLocale, value.getBytes(StandardCharsets.UTF_8)).copy();
  }

  /** The text of an atom; empty if its type is not one of text. */
  static Optional<String> textOf(ByteBuffer bytes, AtomSpan data) throws StructureException {
    return switch (typeOf(bytes, data)) {
      case IMPLICIT, UTF_8 -> Optional.of(decode(bytes, data, StandardCharsets.UTF_8));
      case UTF_16 -> Optional.of(decode(bytes, data, StandardCharsets.UTF_16BE));
      default -> Optional.empty();
    };
  }

  /** The whole number of an atom with one or two bytes of value; empty for other lengths. */
  static Optional<Integer> numberOf(ByteBuffer bytes, AtomSpan data) throws StructureException {
    typeOf(bytes, data);
    int from = data.body() + VALUE;
    return switch (data.end() - from) {
      case 1 -> Optional.of(Byte.toUnsignedInt(bytes.get(from)));
      case 2 -> Optional.of(Short.toUnsignedInt(bytes.getShort(from)));
      default -> Optional.empty();
    };
  }

  private static int typeOf(ByteBuffer bytes, AtomSpan data) throws StructureException {
    if (data.end() - data.body() < VALUE) {
      throw StructureException.malformed("a 'data' atom without type and locale");
    }
    return bytes.getInt(data.body()) & TYPE_MASK;
  }

  private static String decode(ByteBuffer bytes, AtomSpan data, Charset charset) {
    byte[] value = new byte[data.end() - data.body() - VALUE];
    bytes.get(data.body() + VALUE, value);
    return new String(value, charset);
  }
}
