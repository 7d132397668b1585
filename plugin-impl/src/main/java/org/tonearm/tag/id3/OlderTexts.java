package org.tonearm.tag.id3;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.tag.id3.OlderTag.Cover;
import org.tonearm.tag.id3.OlderTag.Said;
import org.tonearm.tag.id3.OlderTag.Text;

/** Collects the texts and the cover of an {@link OlderTag}. Not thread-safe. */
final class OlderTexts {
  private final Map<Text, Said> texts = new EnumMap<>(Text.class);
  private Optional<Cover> front = Optional.empty();

  /** Adds a text several times said: the last counts, as other programs have it. */
  void addLast(Text about, List<GuessedText> texts) {
    add(about, texts.isEmpty() ? texts : texts.subList(texts.size() - 1, texts.size()));
  }

  /** Adds texts; the first that are not blank count. */
  void add(Text about, List<GuessedText> values) {
    List<GuessedText> said = values.stream().filter(value -> !value.text().isEmpty()).toList();
    if (!said.isEmpty()) {
      boolean latin1 = said.stream().anyMatch(GuessedText::latin1);
      texts.putIfAbsent(about, new Said(said.stream().map(GuessedText::text).toList(), latin1));
    }
  }

  /** Sets the picture of the front cover; the first counts. */
  void front(Cover cover) {
    front = front.or(() -> Optional.of(cover));
  }

  /** All of them. */
  OlderTag tag() {
    return new OlderTag(texts, front);
  }
}
