package org.tonearm.tag.xiph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/** A file under test, its codec, and edits that yield the next file. Deleted by {@link #close}. */
final class Tagged implements AutoCloseable {
  private final TagCodec codec;
  private final Path file;

  Tagged(TagCodec codec, byte[] bytes) {
    this.codec = codec;
    try {
      this.file = Files.createTempFile("tonearm-xiph", ".bin");
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TagSnapshot snapshot() throws TagException {
    return codec.read(file, TagProfile.DEFAULT);
  }

  FieldState state(TagField field) throws TagException {
    return snapshot().fields().get(field);
  }

  byte[] bytes() throws IOException {
    return Files.readAllBytes(file);
  }

  Path file() {
    return file;
  }

  Tagged set(TagField field, String... values) throws TagException, IOException {
    return edit(Map.of(field, new TagEdit.SetValues(List.of(values))));
  }

  Tagged restore(TagSnapshot snapshot) throws TagException, IOException {
    return edit(
        Map.of(
            TagField.GENRE,
            new TagEdit.Restore(snapshot.fields().get(TagField.GENRE)),
            TagField.MOOD,
            new TagEdit.Restore(snapshot.fields().get(TagField.MOOD))));
  }

  Tagged restore(TagField field, FieldState state) throws TagException, IOException {
    return edit(Map.of(field, new TagEdit.Restore(state)));
  }

  Tagged edit(Map<TagField, TagEdit.Change> changes) throws TagException, IOException {
    Tagged target = new Tagged(codec, new byte[0]);
    try {
      codec.rewrite(file, target.file, new TagEdit(changes), TagProfile.DEFAULT);
      return target;
    } catch (TagException e) {
      target.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
