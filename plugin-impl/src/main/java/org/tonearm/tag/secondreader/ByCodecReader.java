package org.tonearm.tag.secondreader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.write.SecondReader;

/** Splits values as the file's own codec does, by the settings of its format. Thread-safe. */
public final class ByCodecReader implements SecondReader {
  private final CodecRegistry codecs;

  /**
   * @param codecs tell the format of a file
   */
  public ByCodecReader(CodecRegistry codecs) {
    this.codecs = Objects.requireNonNull(codecs);
  }

  @Override
  public Map<String, String> credits(Path file) {
    return ReadTag.of(file, tag -> Optional.of(credits(tag))).orElse(Map.of());
  }

  /**
   * Texts of WAV may end in zero characters, and hold more behind them. Where it does not know the
   * encoding there is nothing to compare.
   */
  private static Map<String, String> credits(Tag tag) {
    Map<String, String> credits = new TreeMap<>();
    for (FieldKey key : List.of(FieldKey.TITLE, FieldKey.ARTIST, FieldKey.ALBUM)) {
      String text = tag.getFirst(key);
      int end = text.indexOf('\0');
      String shown = unicode(end < 0 ? text : text.substring(0, end)).strip();
      if (!shown.isEmpty() && shown.indexOf('\uFFFD') < 0) {
        credits.put(key.name().toLowerCase(Locale.ROOT), shown);
      }
    }
    return credits;
  }

  /** This reader takes ID3v1 for Latin-1 even where it is UTF-8. */
  private static String unicode(String text) {
    if (text.chars().anyMatch(c -> c > 0xFF)) {
      return text;
    }
    try {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  @Override
  public Optional<Map<TagField, List<String>>> read(Path copy) throws IOException {
    try {
      TagProfile profile = codecs.codecFor(copy).adapt(TagProfile.DEFAULT);
      return new JaudiotaggerReader(profile).read(copy);
    } catch (TagException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
