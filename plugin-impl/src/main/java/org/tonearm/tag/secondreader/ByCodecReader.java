package org.tonearm.tag.secondreader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  public Optional<Map<TagField, List<String>>> read(Path copy) throws IOException {
    try {
      TagProfile profile = codecs.codecFor(copy).adapt(TagProfile.DEFAULT);
      return new JaudiotaggerReader(profile).read(copy);
    } catch (TagException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
