package org.tonearm.tag.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/**
 * Compares all that a file holds beside genre and mood as raw bytes, read by parsers that share
 * nothing with ours ({@code raw_items.py}).
 */
class RawItemsTest {
  private static final TagEdit EDIT =
      new TagEdit(
          Map.of(
              TagField.GENRE, new TagEdit.SetValues(List.of("Drum & Bass")),
              TagField.MOOD, new TagEdit.SetValues(List.of("Wehmütig".repeat(40)))));

  @TempDir Path folder;

  @BeforeAll
  static void needsPrograms() throws Exception {
    assumeTrue(present("ffmpeg", "-version"), "ffmpeg (Debian package ffmpeg) is missing");
    assumeTrue(
        present("/usr/bin/python3", "-c", "import mutagen"),
        "mutagen (Debian package python3-mutagen) is missing");
  }

  @ParameterizedTest
  @CsvSource({"mp3, 12", "flac, 17", "ogg, 20", "opus, 20", "m4a, 25", "wav, 14", "aiff, 14"})
  void allElseStaysToTheByteAndUndoBringsTheRestBack(String extension, int least) throws Exception {
    Path source = folder.resolve("a." + extension);
    String tone = "aevalsrc=0.3*sin(900*t*t):d=1";
    succeed("ffmpeg", "-v", "error", "-f", "lavfi", "-i", tone, source);
    Files.write(source, withoutId3(Files.readAllBytes(source)));
    python("fill", source);
    Path edited = folder.resolve("edited." + extension);
    Path restored = folder.resolve("restored." + extension);
    TagCodec codec = CodecRegistry.installed().codecFor(source);
    TagSnapshot before = codec.read(source, TagProfile.DEFAULT);
    List<String> was = python("items", source);
    assertThat(was).hasSizeGreaterThanOrEqualTo(least);

    codec.rewrite(source, edited, EDIT, TagProfile.DEFAULT);
    assertThat(Files.mismatch(source, edited)).isNotNegative();
    assertThat(python("items", edited)).isEqualTo(was);

    codec.rewrite(
        edited,
        restored,
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.Restore(before.fields().get(TagField.GENRE)),
                TagField.MOOD, new TagEdit.Restore(before.fields().get(TagField.MOOD)))),
        TagProfile.DEFAULT);
    assertThat(python("items", restored)).isEqualTo(was);
    TagSnapshot after = codec.read(restored, TagProfile.DEFAULT);
    assertThat(after.fields()).isEqualTo(before.fields());
  }

  /** FFmpeg writes a tag of its own into an mp3. */
  private static byte[] withoutId3(byte[] file) {
    if (file[0] != 'I' || file[1] != 'D') {
      return file;
    }
    int size = file[6] << 21 | file[7] << 14 | file[8] << 7 | file[9];
    return Arrays.copyOfRange(file, 10 + size, file.length);
  }

  private List<String> python(String verb, Path file) throws Exception {
    Path script = Path.of(RawItemsTest.class.getResource("raw_items.py").toURI());
    return succeed("/usr/bin/python3", script, verb, file).lines().toList();
  }

  private static boolean present(Object... command) throws InterruptedException {
    try {
      Process process = start(command);
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String succeed(Object... command) throws IOException, InterruptedException {
    Process process = start(command);
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private static Process start(Object... command) throws IOException {
    List<String> words = new ArrayList<>();
    for (Object word : command) {
      words.add(word.toString());
    }
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return process;
  }
}
