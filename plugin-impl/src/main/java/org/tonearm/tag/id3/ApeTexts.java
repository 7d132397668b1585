package org.tonearm.tag.id3;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonearm.tag.id3.OlderTag.Cover;
import org.tonearm.tag.id3.OlderTag.Text;

/**
 * Reads what an APE tag says: text in UTF-8, several values with a zero byte between them; and the
 * picture of the front cover, which follows a file name that ends in a zero byte.
 */
final class ApeTexts {
  private static final Map<String, Text> KEYS =
      Arrays.stream(Text.values()).collect(Collectors.toMap(ApeTexts::key, text -> text));
  private static final String FRONT = "cover art (front)";

  private ApeTexts() {}

  static OlderTag read(byte[] items) {
    OlderTexts texts = new OlderTexts();
    for (ApeItem item : ApeItem.all(items)) {
      Text about = KEYS.get(item.key().toLowerCase(Locale.ROOT));
      if (about != null && item.isText()) {
        texts.add(about, values(item.value()));
      } else if (item.key().equalsIgnoreCase(FRONT) && item.isBinary()) {
        cover(item.value()).ifPresent(texts::front);
      }
    }
    return texts.tag();
  }

  /** In lower case. */
  private static String key(Text text) {
    return text == Text.ALBUM_ARTIST ? "album artist" : text.name().toLowerCase(Locale.ROOT);
  }

  /** Some programs leave the name out. */
  private static Optional<Cover> cover(byte[] item) {
    int name = 0;
    while (name < item.length && item[name] != 0) {
      name++;
    }
    byte[] behind = Arrays.copyOfRange(item, Math.min(name + 1, item.length), item.length);
    return Cover.of(item).or(() -> Cover.of(behind));
  }

  /** The first version of the format knew no UTF-8. */
  private static List<GuessedText> values(byte[] item) {
    List<GuessedText> values = new ArrayList<>();
    int from = 0;
    while (from < item.length) {
      int to = from;
      while (to < item.length && item[to] != 0) {
        to++;
      }
      values.add(GuessedText.of(Arrays.copyOfRange(item, from, to)));
      from = to + 1;
    }
    return values;
  }
}
