package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.api.tag.TagField.GENRE;
import static org.tonearm.api.tag.TagField.MOOD;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagSnapshot;

/**
 * FFmpeg makes real files, mutagen fills them; mutagen, Kid3 and FFmpeg judge what we made of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XiphOracleTest {
  private static final String CASES =
      """
      flac, 0,      0
      flac, 60000,  4096
      ogg,  0,      0
      ogg,  0,      1000
      ogg,  62500,  0
      ogg,  250000, 0
      opus, 0,      0
      opus, 0,      1000
      opus, 48100,  0
      opus, 250000, 0
      """;

  private final Programs programs = new Programs();
  private final Map<String, Path> fixtures = new HashMap<>();
  private Path folder;

  /** One folder for all cases, so that each file is made once. */
  @BeforeAll
  void useFolder(@TempDir Path shared) {
    folder = shared;
  }

  private static TagCodec codec(String extension) {
    return extension.equals("flac") ? new FlacCodec() : new OggCodec();
  }

  private Path fixture(String extension, int picture, int padding) throws Exception {
    String name = picture + "-" + padding + "." + extension;
    Path made = fixtures.get(name);
    if (made == null) {
      made = folder.resolve(name);
      String tone = "aevalsrc=0.3*sin(900*t*t):d=3";
      programs.encode("-f", "lavfi", "-i", tone, made.toString());
      programs.mutagen(
          "fill", made.toString(), Integer.toString(picture), Integer.toString(padding));
      fixtures.put(name, made);
    }
    return made;
  }

  private Path named(Tagged tagged, String extension) throws Exception {
    return Files.write(folder.resolve("edited." + extension), tagged.bytes());
  }

  @ParameterizedTest(name = "{0}, picture of {1} bytes, padding {2}")
  @CsvSource(textBlock = CASES)
  void mutagenReadsTheNewFieldsAndFindsTheRestAsItWas(String extension, int picture, int padding)
      throws Exception {
    Path made = fixture(extension, picture, padding);
    try (Tagged before = new Tagged(codec(extension), Files.readAllBytes(made));
        Tagged genre = before.set(GENRE, "Jazz", "Drum & Bass");
        Tagged edited = genre.set(MOOD, "träumerisch", "calm");
        Tagged back = edited.restore(before.snapshot())) {
      List<String> expected = new ArrayList<>();
      String original = programs.mutagen("dump", made.toString());
      for (String line : original.lines().toList()) {
        if (line.startsWith("genre\t")) {
          expected.add("genre\t" + hex("Jazz"));
          expected.add("genre\t" + hex("Drum & Bass"));
        } else {
          expected.add(line);
        }
      }
      int end = expected.size() - (extension.equals("flac") ? 2 : 1);
      expected.add(end, "MOOD\t" + hex("träumerisch"));
      expected.add(end + 1, "MOOD\t" + hex("calm"));

      assertThat(programs.mutagen("dump", named(edited, extension).toString()).lines())
          .containsExactlyElementsOf(expected);
      assertThat(programs.mutagen("dump", named(back, extension).toString())).isEqualTo(original);
      if (extension.equals("flac") || padding > 0) {
        assertThat(Arrays.mismatch(back.bytes(), before.bytes())).isEqualTo(-1);
      }
      TagSnapshot snapshot = edited.snapshot();
      assertThat(snapshot.others()).isEqualTo(before.snapshot().others());
      assertThat(snapshot.audioHash()).isEqualTo(before.snapshot().audioHash());
    }
  }

  @ParameterizedTest(name = "{0}, picture of {1} bytes, padding {2}")
  @CsvSource(textBlock = CASES)
  void ffmpegDecodesTheSameSamplesAndShowsTheFields(String extension, int picture, int padding)
      throws Exception {
    Path made = fixture(extension, picture, padding);
    try (Tagged before = new Tagged(codec(extension), Files.readAllBytes(made));
        Tagged genre = before.set(GENRE, "Jazz", "Swing");
        Tagged edited = genre.set(MOOD, "x".repeat(3000))) {
      Path file = named(edited, extension);
      assertThat(pcm(file)).startsWith("MD5=").isEqualTo(pcm(made));
      assertThat(
              programs
                  .ffprobe(
                      "-show_entries",
                      "format_tags:stream_tags",
                      "-of",
                      "default=nw=1",
                      file.toString())
                  .toLowerCase(Locale.ROOT)
                  .lines())
          .contains("tag:genre=jazz;swing", "tag:mood=" + "x".repeat(3000));
    }
  }

  private String pcm(Path file) throws Exception {
    return programs.decode("-xerror", "-i", file.toString(), "-map", "0:a", "-f", "md5", "-");
  }

  @ParameterizedTest(name = "{0}, picture of {1} bytes, padding {2}")
  @CsvSource({"flac, 60000, 4096", "ogg, 62500, 0", "opus, 250000, 0"})
  void kid3ShowsTheFields(String extension, int picture, int padding) throws Exception {
    Path made = fixture(extension, picture, padding);
    try (Tagged before = new Tagged(codec(extension), Files.readAllBytes(made));
        Tagged genre = before.set(GENRE, "Jazz");
        Tagged edited = genre.set(MOOD, "calm")) {
      Path file = named(edited, extension);
      assertThat(programs.kid3(file, "get genre").strip()).isEqualTo("Jazz");
      assertThat(programs.kid3(file, "get mood").strip()).isEqualTo("calm");
      assertThat(programs.kid3(file, "get title").strip()).isEqualTo("Lower case");
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
