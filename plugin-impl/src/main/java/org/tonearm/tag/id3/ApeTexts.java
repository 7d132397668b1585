package org.tonearm.tag.id3;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonearm.tag.id3.OlderTag.Said;
import org.tonearm.tag.id3.OlderTag.Text;

/** Reads what an APE tag says: text in UTF-8, several values with a zero byte between them. */
final class ApeTexts {
  private static final Map<String, Text> KEYS =
      Arrays.stream(Text.values())
          .collect(Collectors.toMap(text -> text.name().toLowerCase(Locale.ROOT), text -> text));

  private ApeTexts() {}

  static OlderTag read(byte[] items) {
    Map<Text, Said> texts = new EnumMap<>(Text.class);
    for (ApeItem item : ApeItem.all(items)) {
      Text about = KEYS.get(item.key().toLowerCase(Locale.ROOT));
      if (about != null && item.isText()) {
        List<String> values =
            Arrays.stream(text(item.value()).split("\0"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (!values.isEmpty()) {
          texts.putIfAbsent(about, new Said(values, false));
        }
      }
    }
    return new OlderTag(texts);
  }

  /** The first version of the format knew no UTF-8. */
  private static String text(byte[] value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      return new String(value, StandardCharsets.ISO_8859_1);
    }
  }
}
