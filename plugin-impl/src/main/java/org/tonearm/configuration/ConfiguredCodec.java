package org.tonearm.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/**
 * A codec that follows the settings of its format: whoever reads or writes through it hands it the
 * host's profile, and need know nothing of formats.
 *
 * @param codec does the work
 * @param settings of its format
 */
public record ConfiguredCodec(TagCodec codec, FormatSettings settings) implements TagCodec {
  /** Checks that nothing is null. */
  public ConfiguredCodec {
    Objects.requireNonNull(codec);
    Objects.requireNonNull(settings);
  }

  /** Codecs in their order, each with the settings of its format where there are some. */
  public static List<TagCodec> all(List<TagCodec> codecs, Map<String, FormatSettings> formats) {
    return codecs.stream()
        .map(
            codec ->
                formats.containsKey(codec.id())
                    ? new ConfiguredCodec(codec, formats.get(codec.id()))
                    : codec)
        .toList();
  }

  @Override
  public String id() {
    return codec.id();
  }

  @Override
  public TagKind kind() {
    return codec.kind();
  }

  @Override
  public boolean sameItems(FieldState one, FieldState other) {
    return codec.sameItems(one, other);
  }

  @Override
  public boolean restored(FieldState before, FieldState now) {
    return codec.restored(before, now);
  }

  @Override
  public boolean recognises(byte[] head, String lowerCaseExtension) {
    return codec.recognises(head, lowerCaseExtension);
  }

  @Override
  public TagProfile adapt(TagProfile profile) {
    return codec.adapt(settings.applyTo(profile));
  }

  @Override
  public void check(Path source, TagEdit edit, TagProfile profile) throws TagException {
    codec.check(source, edit, adapt(profile));
  }

  @Override
  public TagSnapshot read(Path file, TagProfile profile) throws TagException {
    return codec.read(file, adapt(profile));
  }

  @Override
  public TagLayout layout(Path file) throws TagException {
    return codec.layout(file);
  }

  @Override
  public TagSnapshot expected(Path source, TagSnapshot before, TagEdit edit, TagProfile profile)
      throws TagException {
    return codec.expected(source, before, edit, adapt(profile));
  }

  @Override
  public void rewrite(Path source, Path target, TagEdit edit, TagProfile profile)
      throws TagException {
    codec.rewrite(source, target, edit, adapt(profile));
  }
}
