package org.tonearm.tag.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.text.TextCodec;

class CodecRegistryTest {
  private final CodecRegistry registry =
      new CodecRegistry(List.of(new ByName("mp3"), new TextCodec()));

  @TempDir private Path folder;

  /** Knows files by their extension alone. */
  private record ByName(String id) implements TagCodec {
    @Override
    public boolean recognises(byte[] head, String lowerCaseExtension) {
      return lowerCaseExtension.equals(id);
    }

    @Override
    public TagSnapshot read(Path file, TagProfile profile) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void rewrite(Path source, Path target, TagEdit edit, TagProfile profile) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void contentGoesBeforeTheName() throws Exception {
    Path text = Files.write(folder.resolve("a.mp3"), TextCodec.file("TITLE=1\n", "audio"));
    Path named = Files.writeString(folder.resolve("b.MP3"), "something");

    assertThat(registry.codecFor(text).id()).isEqualTo("text");
    assertThat(registry.codecFor(named).id()).isEqualTo("mp3");
  }

  @Test
  void showsCodecsTheFirst64KiB() throws Exception {
    byte[] big = new byte[200_000];
    Path file = Files.write(folder.resolve("big.bin"), big);
    int[] seen = new int[1];
    CodecRegistry one =
        new CodecRegistry(
            List.of(
                new TextCodec() {
                  @Override
                  public boolean recognises(byte[] head, String lowerCaseExtension) {
                    seen[0] = head.length;
                    return true;
                  }
                }));
    assertThat(one.codecFor(file).id()).isEqualTo("text");
    assertThat(seen[0]).isEqualTo(65_536);
  }

  @ParameterizedTest
  @CsvSource({
    "3026b2758e66cf11a6d9, WMA, analyze",
    "7776706b00000000, WavPack, analyze",
    "4d414320960f0000, Monkey's Audio, Convert"
  })
  void namesWhatItCantTag(String hex, String title, String remedy) throws Exception {
    Path file = Files.write(folder.resolve("song.bin"), HexFormat.of().parseHex(hex));
    assertThatThrownBy(() -> registry.codecFor(file))
        .isInstanceOfSatisfying(
            TagException.class,
            e -> {
              assertThat(e.code()).isEqualTo("unsupported-format");
              assertThat(e.getMessage()).contains("song.bin").contains(title);
              assertThat(e.remedy()).contains(remedy);
            });
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    Path text = Files.write(folder.resolve("t.txt"), "hi".getBytes(StandardCharsets.UTF_8));
    Path empty = Files.createFile(folder.resolve("empty.mp3"));
    assertCode("unsupported-format", text);
    assertCode("unsupported-format", empty);
    assertCode("missing", folder.resolve("none.mp3"));
    assertCode("unreadable", folder);
  }

  @Test
  void saysWhenAFileMayNotBeRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.mp3"), "x");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(secret))
        .as("this user reads every file whatever its mode, as root does")
        .isFalse();
    assertCode("unreadable", secret);
  }

  private void assertCode(String code, Path file) {
    assertThatThrownBy(() -> registry.codecFor(file))
        .isInstanceOfSatisfying(
            TagException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.getMessage()).contains(file.toString());
              assertThat(e.remedy()).isNotBlank();
            });
  }
}
