package org.tonearm.tag.id3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/** Runs codecs over bytes, through files in a temporary folder. */
record Edited(TagCodec codec, TagProfile profile, Path folder) {

  static Edited with(TagCodec codec) {
    return with(codec, TagProfile.DEFAULT);
  }

  static Edited with(TagCodec codec, TagProfile profile) {
    try {
      Path folder = Files.createTempDirectory("tonearm-id3");
      folder.toFile().deleteOnExit();
      return new Edited(codec, profile, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TagSnapshot read(byte[] file) throws TagException {
    return inFile(file, path -> codec.read(path, profile));
  }

  byte[] set(byte[] file, TagField field, String... values) throws TagException {
    return apply(file, new TagEdit(Map.of(field, new TagEdit.SetValues(List.of(values)))));
  }

  byte[] setBoth(byte[] file, String genre, String mood) throws TagException {
    return apply(
        file,
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.SetValues(List.of(genre)),
                TagField.MOOD, new TagEdit.SetValues(List.of(mood)))));
  }

  /** Puts all fields back to a snapshot's state. */
  byte[] restore(byte[] file, TagSnapshot before) throws TagException {
    Map<TagField, TagEdit.Change> changes =
        before.fields().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> new TagEdit.Restore(e.getValue())));
    return apply(file, new TagEdit(changes));
  }

  /** The same in the layout that the file had. */
  byte[] takenBack(byte[] file, byte[] before) throws TagException {
    Map<TagField, TagEdit.Change> changes =
        read(before).fields().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> new TagEdit.Restore(e.getValue())));
    return apply(file, new TagEdit(changes, inFile(before, codec::layout)));
  }

  byte[] apply(byte[] file, TagEdit edit) throws TagException {
    return inFile(
        file,
        source -> {
          Path target = folder.resolve("target");
          try {
            codec.rewrite(source, target, edit, profile);
            return Files.readAllBytes(target);
          } finally {
            Files.deleteIfExists(target);
          }
        });
  }

  private interface FileWork<T> {
    T on(Path path) throws TagException, IOException;
  }

  private <T> T inFile(byte[] bytes, FileWork<T> work) throws TagException {
    try {
      Path file = folder.resolve("source");
      try {
        return work.on(Files.write(file, bytes));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
