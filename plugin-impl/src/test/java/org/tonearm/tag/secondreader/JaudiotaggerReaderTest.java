package org.tonearm.tag.secondreader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.tag.TagField;

/** Files that FFmpeg made and mutagen tagged. */
class JaudiotaggerReaderTest {
  private static final List<String> GENRES = List.of("Techno", "Drum & Bass");
  private static final List<String> MOODS = List.of("happy", "wärm");

  private final JaudiotaggerReader reader = new JaudiotaggerReader();

  @ParameterizedTest
  @CsvSource({"mp3,3", "mp3,4", "wav,3", "wav,4", "aiff,3", "aiff,4", "flac,0", "ogg,0"})
  void readsGenreAndMood(String extension, String version, @TempDir Path folder) throws Exception {
    Path file = tagged(folder.resolve(".tonearm-copy." + extension), version);

    assertThat(reader.read(file))
        .hasValue(
            Map.of(
                TagField.GENRE,
                GENRES,
                TagField.MOOD,
                MOODS,
                TagField.COMMENT,
                List.of(),
                TagField.PROVENANCE,
                List.of()));
  }

  @Test
  void opensMp4AndKeepsSilentAboutItsValues(@TempDir Path folder) throws Exception {
    assertThat(reader.read(tagged(folder.resolve("a.m4a"), "0"))).hasValue(Map.of());
  }

  @Test
  void hasNoOpinionOnFilesThatTheOldClassCannotName(@TempDir Path folder) throws Exception {
    Path mp3 = encode(folder.resolve("a.mp3"));
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
      assertThat(reader.read(Files.copy(mp3, zip.getPath("/a.mp3")))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "flac", "ogg"})
  void absentFieldsAreEmptyLists(String extension, @TempDir Path folder) throws Exception {
    Path file = encode(folder.resolve("a." + extension));

    assertThat(reader.read(file))
        .hasValue(
            Stream.of(TagField.values()).collect(Collectors.toMap(field -> field, f -> List.of())));
  }

  @Test
  void hasNoOpinionOnOpus(@TempDir Path folder) throws Exception {
    Path opus = encode(folder.resolve("a.opus"));

    assertThat(reader.read(opus)).isEmpty();
    assertThat(reader.read(Files.copy(opus, folder.resolve("b.ogg")))).isEmpty();
    assertThat(reader.read(Files.write(folder.resolve("a.txt"), new byte[9]))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "flac", "ogg", "m4a", "wav", "aiff"})
  void aBrokenFileIsAnIoException(String extension, @TempDir Path folder) throws Exception {
    byte[] broken =
        ("no audio, " + "\u0001vorbis " + "x".repeat(300)).getBytes(StandardCharsets.US_ASCII);
    Path file = Files.write(folder.resolve("a." + extension), broken);

    assertThatThrownBy(() -> reader.read(file)).isInstanceOf(IOException.class);
  }

  @Test
  void writesNothingToTheConsole(@TempDir Path folder) throws Exception {
    Path file = tagged(folder.resolve("a.mp3"), "3");
    PrintStream before = System.err;
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
    try {
      assertThat(reader.read(file)).isPresent();
    } finally {
      System.setErr(before);
    }
    assertThat(seen.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static Path encode(Path file) throws Exception {
    boolean installed =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffmpeg")));
    assumeTrue(installed, "ffmpeg is not installed (Debian package ffmpeg)");
    run(
        "ffmpeg",
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        "sine=440:duration=1",
        "-map_metadata",
        "-1",
        file.toString());
    return file;
  }

  private static Path tagged(Path file, String version) throws Exception {
    encode(file);
    String python = "/usr/bin/python3";
    assumeTrue(
        new ProcessBuilder(python, "-c", "import mutagen").start().waitFor() == 0,
        "mutagen is not installed (Debian package python3-mutagen)");
    Path script = Path.of(JaudiotaggerReaderTest.class.getResource("mutagen_fields.py").toURI());
    run(python, script.toString(), file.toString(), version);
    return file;
  }

  private static void run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
