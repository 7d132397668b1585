package org.tonearm.tag.id3;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;

/**
 * What a file says of itself in tags of another kind, which many programs no longer look at once
 * there is an ID3v2 tag.
 *
 * @param texts none of them without values
 * @param front the picture of the front cover
 */
record OlderTag(Map<Text, Said> texts, Optional<Cover> front) {
  static final OlderTag NONE = new OlderTag(Map.of(), Optional.empty());

  private static final Pattern SEMICOLON = Pattern.compile(";");

  /** What a text is about. */
  enum Text {
    TITLE,
    ARTIST,
    ALBUM,
    ALBUM_ARTIST,
    COMPOSER,
    YEAR,
    TRACK,
    DISC,
    REPLAYGAIN_TRACK_GAIN,
    REPLAYGAIN_TRACK_PEAK,
    REPLAYGAIN_ALBUM_GAIN,
    REPLAYGAIN_ALBUM_PEAK,
    GENRE,
    MOOD,
    COMMENT
  }

  /**
   * One text.
   *
   * @param values at least one
   * @param latin1 whether its bytes were taken as Latin-1, which they often are not: a program that
   *     guesses the code page of its country must find the same bytes again
   */
  record Said(List<String> values, boolean latin1) {
    Said {
      values = List.copyOf(values);
    }
  }

  /**
   * A picture.
   *
   * @param mime its kind
   * @param image a file of this kind
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Cover(String mime, byte[] image) {
    private static final Map<String, Pattern> BEGINNINGS =
        Map.of(
            "image/jpeg", Pattern.compile("\u00FF\u00D8\u00FF"),
            "image/png", Pattern.compile("\u0089PNG"),
            "image/gif", Pattern.compile("GIF8"),
            "image/bmp", Pattern.compile("BM"),
            "image/webp", Pattern.compile("RIFF.{4}WEBP", Pattern.DOTALL));
    private static final int LONGEST = 12;

    /** Known by how it begins; empty for anything else. */
    static Optional<Cover> of(byte[] image) {
      int length = Math.min(LONGEST, image.length);
      String head = new String(image, 0, length, StandardCharsets.ISO_8859_1);
      return BEGINNINGS.entrySet().stream()
          .filter(kind -> kind.getValue().matcher(head).lookingAt())
          .findFirst()
          .map(kind -> new Cover(kind.getKey(), image));
    }
  }

  OlderTag {
    texts = Map.copyOf(texts);
  }

  /** This tag's texts, and the other's where this one has none. */
  OlderTag or(OlderTag other) {
    Map<Text, Said> both = new EnumMap<>(Text.class);
    both.putAll(other.texts());
    both.putAll(texts);
    return new OlderTag(both, front.or(other::front));
  }

  /** A field's values; of lists of words each once, split at separator and semicolons. */
  List<String> values(TagField field, TagProfile profile) {
    Said said = said(field);
    if (said == null) {
      return List.of();
    }
    Stream<String> values = said.values().stream();
    if (field.isFreeText()) {
      return values.toList();
    }
    if (!profile.separator().isBlank()) {
      values = values.flatMap(Pattern.compile(Pattern.quote(profile.separator()))::splitAsStream);
    }
    return values
        .flatMap(SEMICOLON::splitAsStream)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .flatMap(value -> field == TagField.GENRE ? words(value) : Stream.of(value))
        .distinct()
        .toList();
  }

  /** Whether a field's values were taken as Latin-1. */
  boolean latin1(TagField field) {
    Said said = said(field);
    return said != null && said.latin1();
  }

  private Said said(TagField field) {
    return switch (field) {
      case GENRE -> texts.get(Text.GENRE);
      case MOOD -> texts.get(Text.MOOD);
      case COMMENT -> texts.get(Text.COMMENT);
      case PROVENANCE -> null;
    };
  }

  /** Some programs put ID3v1's numbers into other tags too. */
  private static Stream<String> words(String genre) {
    return Id3Genres.words(genre).stream();
  }
}
