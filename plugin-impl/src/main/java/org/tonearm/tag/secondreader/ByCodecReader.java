package org.tonearm.tag.secondreader;

import java.io.IOException;
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
   * Texts of WAV may end in zero characters. Where it does not know the encoding there is nothing
   * to compare.
   */
  private static Map<String, String> credits(Tag tag) {
    Map<String, String> credits = new TreeMap<>();
    for (FieldKey key : List.of(FieldKey.TITLE, FieldKey.ARTIST, FieldKey.ALBUM)) {
      String text = tag.getFirst(key).replace('\0', ' ').strip();
      if (!text.isEmpty() && text.indexOf('\uFFFD') < 0) {
        credits.put(key.name().toLowerCase(Locale.ROOT), text);
      }
    }
    return credits;
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
