package org.tonearm.tag.id3;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonearm.tag.id3.OlderTag.Text;

/** Reads what an APE tag says: text in UTF-8, several values with a zero byte between them. */
final class ApeTexts {
  private static final Map<String, Text> KEYS =
      Arrays.stream(Text.values())
          .collect(Collectors.toMap(text -> text.name().toLowerCase(Locale.ROOT), text -> text));

  private ApeTexts() {}

  static OlderTag read(byte[] items) {
    OlderTexts texts = new OlderTexts();
    for (ApeItem item : ApeItem.all(items)) {
      Text about = KEYS.get(item.key().toLowerCase(Locale.ROOT));
      if (about != null && item.isText()) {
        texts.add(about, values(item.value()));
      }
    }
    return texts.tag();
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
