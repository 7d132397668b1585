package org.tonearm.tag.mp4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;

/**
 * Which items of an {@code ilst} carry which field, what they say, and how new ones are made: the
 * genre in {@code ©gen} (also read: {@code gnre}), the mood in {@code ----:com.apple.iTunes:MOOD}.
 */
final class FieldItems {
  static final String GENRE_TEXT = "©gen";
  static final String GENRE_NUMBER = "gnre";
  static final String MEAN = "com.apple.iTunes";
  private static final String MOOD = "MOOD";
  private static final Pattern NUL = Pattern.compile("\0");

  private final TagProfile profile;

  FieldItems(TagProfile profile) {
    this.profile = profile;
  }

  /** The field that an item carries. */
  Optional<TagField> fieldOf(RawBox item) {
    if (item.type().equals(GENRE_TEXT) || item.type().equals(GENRE_NUMBER)) {
      return Optional.of(TagField.GENRE);
    }
    return ItemKey.name(item).filter(this::isMood).map(name -> TagField.MOOD);
  }

  /**
   * What a field's items say, in order; numbers of {@code gnre} behind the words of {@code ©gen}.
   */
  List<String> values(List<RawBox> carriers) throws StructureException {
    List<String> values = new ArrayList<>();
    for (RawBox carrier : carriers) {
      if (!carrier.type().equals(GENRE_NUMBER)) {
        addTexts(carrier, values);
      }
    }
    for (RawBox carrier : carriers) {
      if (carrier.type().equals(GENRE_NUMBER)) {
        addNumbers(carrier, values);
      }
    }
    return List.copyOf(values);
  }

  /**
   * Makes the one item that holds these values.
   *
   * @param present the items it takes the place of; the first freeform one lends its spelling
   */
  RawBox build(TagField field, List<String> values, List<RawBox> present) {
    List<byte[]> parts = new ArrayList<>();
    if (field == TagField.MOOD) {
      ItemKey.FreeformName name =
          present.stream()
              .flatMap(item -> ItemKey.name(item).stream())
              .findFirst()
              .orElse(new ItemKey.FreeformName(MEAN, profile.moodDescription()));
      parts.add(fullText("mean", name.mean()));
      parts.add(fullText("name", name.name()));
    }
    for (String value : values) {
      parts.add(DataAtom.text(value));
    }
    return RawBox.build(
        field == TagField.MOOD ? ItemKey.FREEFORM : GENRE_TEXT, parts.toArray(byte[][]::new));
  }

  private boolean isMood(ItemKey.FreeformName name) {
    return name.mean().equals(MEAN)
        && (name.name().equalsIgnoreCase(MOOD)
            || name.name().equalsIgnoreCase(profile.moodDescription()));
  }

  private void addTexts(RawBox carrier, List<String> values) throws StructureException {
    for (AtomSpan data : carrier.children().all(DataAtom.TYPE)) {
      Optional<String> text = DataAtom.textOf(carrier.bytes(), data);
      if (text.isPresent()) {
        for (String part : NUL.split(text.get())) {
          split(part).stream().map(String::strip).filter(s -> !s.isEmpty()).forEach(values::add);
        }
      }
    }
  }

  private static void addNumbers(RawBox carrier, List<String> values) throws StructureException {
    for (AtomSpan data : carrier.children().all(DataAtom.TYPE)) {
      DataAtom.numberOf(carrier.bytes(), data)
          .flatMap(number -> NumberedGenres.word(number - 1))
          .filter(word -> values.stream().noneMatch(word::equalsIgnoreCase))
          .ifPresent(values::add);
    }
  }

  private List<String> split(String text) {
    String separator = profile.separator();
    return separator.isBlank() ? List.of(text) : List.of(text.split(Pattern.quote(separator)));
  }

  private static byte[] fullText(String type, String text) {
    return RawBox.build(type, new byte[4], text.getBytes(StandardCharsets.UTF_8)).copy();
  }
}
