package org.tonearm.tag.id3;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonearm.tag.id3.OlderTag.Said;
import org.tonearm.tag.id3.OlderTag.Text;

/** Collects what the texts of a WAV or AIFF file say beside ID3. Not thread-safe. */
final class ChunkTexts {
  private final Map<Text, Said> texts = new EnumMap<>(Text.class);

  /** A text that ends at the first zero byte: UTF-8, or else Latin-1. */
  static String text(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    ByteBuffer text = ByteBuffer.wrap(bytes, 0, end);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(text.duplicate()).toString();
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1.decode(text).toString();
    }
  }

  /** Adds texts; the first that are not blank count. */
  void add(Text about, List<String> values) {
    List<String> said =
        values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
    if (!said.isEmpty()) {
      texts.putIfAbsent(about, new Said(said, false));
    }
  }

  /** All of them. */
  OlderTag tag() {
    return new OlderTag(texts);
  }
}
