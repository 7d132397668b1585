package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;

class FileFaultsTest {
  private static final List<TagCodec> CODECS = List.of(new FlacCodec(), new OggCodec());
  private static final TagEdit EDIT =
      new TagEdit(Map.of(TagField.GENRE, new TagEdit.SetValues(List.of("Jazz"))));

  @TempDir private Path folder;

  private static void assertCode(String code, Path file, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(TagException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(file.toString());
  }

  private Path sound(TagCodec codec) throws Exception {
    byte[] bytes =
        codec instanceof FlacCodec
            ? new FlacBytes().comment("a=b").bytes()
            : OggBytes.opus(CommentBytes.comment("v", List.of()), 3).bytes();
    return Files.write(folder.resolve("sound." + codec.id()), bytes);
  }

  @Test
  void aMissingFile() {
    Path gone = folder.resolve("gone");
    Path copy = folder.resolve("copy");
    for (TagCodec codec : CODECS) {
      assertCode("missing", gone, () -> codec.read(gone, TagProfile.DEFAULT));
      assertCode("missing", gone, () -> codec.rewrite(gone, copy, EDIT, TagProfile.DEFAULT));
    }
  }

  @Test
  void aFolderInPlaceOfAFile() {
    for (TagCodec codec : CODECS) {
      assertThatThrownBy(() -> codec.read(folder, TagProfile.DEFAULT))
          .isInstanceOf(TagException.class)
          .hasMessageContaining(folder.toString());
    }
  }

  @Test
  void aCopyThatCannotBeMade() throws Exception {
    for (TagCodec codec : CODECS) {
      Path source = sound(codec);
      Path copy = folder.resolve("no such folder").resolve("copy");
      assertCode("io", copy, () -> codec.rewrite(source, copy, EDIT, TagProfile.DEFAULT));
    }
  }

  @Test
  void aFullDisk() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: /dev/full is a device of Linux");
    try (FileChannel probe = FileChannel.open(full, StandardOpenOption.WRITE)) {
      probe.write(ByteBuffer.allocate(1));
    } catch (IOException e) {
      assumeTrue(String.valueOf(e.getMessage()).contains("No space"), "skipped: other words");
    }
    for (TagCodec codec : CODECS) {
      Path source = sound(codec);
      byte[] bytes = Files.readAllBytes(source);
      assertCode("no-space", source, () -> codec.rewrite(source, full, EDIT, TagProfile.DEFAULT));
      assertThat(Files.readAllBytes(source)).isEqualTo(bytes);
    }
  }
}
