package org.tonearm.tag.write;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.PresentFields;

/** Tells the journal of a file's fields by the codecs. Thread-safe. */
public final class CodecPresentFields implements PresentFields {
  private final CodecRegistry codecs;

  /**
   * @param codecs read the files
   */
  public CodecPresentFields(CodecRegistry codecs) {
    this.codecs = Objects.requireNonNull(codecs);
  }

  @Override
  public Optional<Map<TagField, FieldState>> read(Path file, TagProfile profile) {
    try {
      return Optional.of(codecs.codecFor(file).read(file, profile).fields());
    } catch (TagException e) {
      return Optional.empty();
    }
  }
}
