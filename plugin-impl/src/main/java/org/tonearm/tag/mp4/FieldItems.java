package org.tonearm.tag.mp4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;

/**
 * Which items of an {@code ilst} carry which field, what they say, and how new ones are made: the
 * genre in {@code ©gen} (also read: {@code gnre}), the mood in {@code ----:com.apple.iTunes:MOOD},
 * the comment in {@code ©cmt}, the provenance in {@code ----:com.apple.iTunes:TONEARM}.
 */
final class FieldItems {
  static final String GENRE_TEXT = "©gen";
  static final String GENRE_NUMBER = "gnre";
  static final String MEAN = "com.apple.iTunes";
  private static final String COMMENT_TEXT = "©cmt";
  private static final String MOOD = "MOOD";
  private static final String PROVENANCE = "TONEARM";
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
    if (item.type().equals(COMMENT_TEXT)) {
      return isReadable(item) ? Optional.of(TagField.COMMENT) : Optional.empty();
    }
    return ItemKey.name(item).flatMap(this::fieldOf);
  }

  private Optional<TagField> fieldOf(ItemKey.FreeformName name) {
    if (!name.mean().equals(MEAN)) {
      return Optional.empty();
    }
    if (name.name().equalsIgnoreCase(MOOD)
        || name.name().equalsIgnoreCase(profile.moodDescription())) {
      return Optional.of(TagField.MOOD);
    }
    return name.name().equalsIgnoreCase(PROVENANCE)
        ? Optional.of(TagField.PROVENANCE)
        : Optional.empty();
  }

  /**
   * A comment that no reader can take apart is nobody's field, and no reason to refuse the file.
   */
  private static boolean isReadable(RawBox item) {
    try {
      for (AtomSpan data : item.children().all(DataAtom.TYPE)) {
        DataAtom.textOf(item.bytes(), data);
      }
      return true;
    } catch (StructureException e) {
      return false;
    }
  }

  /**
   * What a field's items say, in order; numbers of {@code gnre} behind the words of {@code ©gen}.
   */
  List<String> values(TagField field, List<RawBox> carriers) throws StructureException {
    List<String> values = new ArrayList<>();
    for (RawBox carrier : carriers) {
      if (!carrier.type().equals(GENRE_NUMBER)) {
        addTexts(carrier, field, values);
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
    Optional<String> newName = newName(field);
    if (newName.isPresent()) {
      ItemKey.FreeformName name =
          present.stream()
              .flatMap(item -> ItemKey.name(item).stream())
              .findFirst()
              .orElse(new ItemKey.FreeformName(MEAN, newName.get()));
      parts.add(fullText("mean", name.mean()));
      parts.add(fullText("name", name.name()));
    }
    for (String value : profile.texts(TagKind.MP4, field, values)) {
      parts.add(DataAtom.text(value));
    }
    String plain = field == TagField.GENRE ? GENRE_TEXT : COMMENT_TEXT;
    return RawBox.build(
        newName.isPresent() ? ItemKey.FREEFORM : plain, parts.toArray(byte[][]::new));
  }

  /** The name of a new freeform item, for fields that have no atom of their own. */
  private Optional<String> newName(TagField field) {
    return switch (field) {
      case GENRE, COMMENT -> Optional.empty();
      case MOOD -> Optional.of(profile.moodDescription());
      case PROVENANCE -> Optional.of(PROVENANCE);
    };
  }

  private void addTexts(RawBox carrier, TagField field, List<String> values)
      throws StructureException {
    for (AtomSpan data : carrier.children().all(DataAtom.TYPE)) {
      Optional<String> text = DataAtom.textOf(carrier.bytes(), data);
      if (text.isPresent()) {
        for (String part : NUL.split(text.get())) {
          Stream<String> words =
              field.isFreeText() ? Stream.of(part) : split(part).stream().map(String::strip);
          words.filter(s -> !s.isEmpty()).forEach(values::add);
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
