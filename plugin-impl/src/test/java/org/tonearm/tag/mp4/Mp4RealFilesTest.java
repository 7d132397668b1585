package org.tonearm.tag.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/** Files that FFmpeg made, looked at by mutagen, kid3-cli and FFmpeg before and after. */
class Mp4RealFilesTest {
  private static final String[] TAGS = {
    "-metadata", "title=Tïtle", "-metadata", "artist=Somebody", "-metadata", "genre=Old Genre"
  };
  private static final TagEdit EDIT =
      new TagEdit(
          Map.of(
              TagField.GENRE, new TagEdit.SetValues(List.of("Techno", "Dub Techno")),
              TagField.MOOD, new TagEdit.SetValues(List.of("happy", "wärm"))));

  private final Mp4Codec codec = new Mp4Codec();

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("aac.m4a", List.of("-c:a", "aac")),
        Arguments.of("fast.m4a", List.of("-c:a", "aac", "-movflags", "+faststart")),
        Arguments.of("alac.m4a", List.of("-c:a", "alac", "-movflags", "+faststart")),
        Arguments.of("book.m4b", List.of("-c:a", "aac", "-f", "ipod")),
        Arguments.of("plain.mp4", List.of("-c:a", "aac", "-f", "mp4", "-movflags", "+faststart")),
        Arguments.of(
            "movie.mov",
            List.of("-metadata", "genre=", "-c:a", "aac", "-f", "mov", "-movflags", "+faststart")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void decodesTheSameAndShowsTheNewFields(String name, List<String> options, @TempDir Path folder)
      throws Exception {
    Path source = encode(folder.resolve(name), options);
    Path target = folder.resolve("target-" + name);
    TagSnapshot before = codec.read(source, TagProfile.DEFAULT);

    codec.rewrite(source, target, EDIT, TagProfile.DEFAULT);

    TagSnapshot after = codec.read(target, TagProfile.DEFAULT);
    assertThat(codec.recognises(head(target), "")).isTrue();
    assertThat(after.audioHash()).isEqualTo(before.audioHash());
    assertThat(after.others()).isEqualTo(before.others());
    assertThat(OutsideProgram.decodedHash(target)).isEqualTo(OutsideProgram.decodedHash(source));
    assertThat(OutsideProgram.ffprobeTag(target, "genre")).contains("Techno");
    assertThat(OutsideProgram.ffprobeTag(target, "MOOD")).contains("happy");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void mutagenSeesTwoItemsChangedAndNoOther(String name, List<String> options, @TempDir Path folder)
      throws Exception {
    Path source = encode(folder.resolve(name), options);
    Path target = folder.resolve("target-" + name);

    codec.rewrite(source, target, EDIT, TagProfile.DEFAULT);

    List<String> after = OutsideProgram.mutagenItems(target);
    assertThat(after)
        .contains(
            "\\xa9gen\t['Techno', 'Dub Techno']",
            "----:com.apple.iTunes:MOOD\t['happy', 'w\\xe4rm']");
    assertThat(without(after)).isEqualTo(without(OutsideProgram.mutagenItems(source)));
  }

  @Test
  void kid3SeesTheNewFields(@TempDir Path folder) throws Exception {
    Path source = encode(folder.resolve("fast.m4a"), List.of("-movflags", "+faststart"));
    Path target = folder.resolve("target.m4a");

    codec.rewrite(source, target, EDIT, TagProfile.DEFAULT);

    assertThat(OutsideProgram.kid3Field(target, "genre")).contains("Techno", "Dub Techno");
    assertThat(OutsideProgram.kid3Field(target, "mood")).contains("happy", "wärm");
    assertThat(OutsideProgram.kid3Field(target, "title")).isEqualTo("Tïtle");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void restoreGivesTheFileBack(String name, List<String> options, @TempDir Path folder)
      throws Exception {
    Path source = encode(folder.resolve(name), options);
    Path edited = folder.resolve("edited-" + name);
    Path restored = folder.resolve("restored-" + name);
    TagSnapshot before = codec.read(source, TagProfile.DEFAULT);
    TagEdit restore =
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.Restore(before.fields().get(TagField.GENRE)),
                TagField.MOOD, new TagEdit.Restore(before.fields().get(TagField.MOOD))));

    codec.rewrite(source, edited, EDIT, TagProfile.DEFAULT);
    codec.rewrite(edited, restored, restore, TagProfile.DEFAULT);

    assertThat(restored).hasSameBinaryContentAs(source);
  }

  @Test
  void aFragmentedFileIsRefusedAndReadable(@TempDir Path folder) throws Exception {
    Path source =
        encode(folder.resolve("fragments.m4a"), List.of("-movflags", "+frag_keyframe+empty_moov"));
    byte[] before = Files.readAllBytes(source);

    assertThat(codec.read(source, TagProfile.DEFAULT).fields().get(TagField.GENRE).values())
        .containsExactly("Old Genre");
    assertThatThrownBy(
            () -> codec.rewrite(source, folder.resolve("target"), EDIT, TagProfile.DEFAULT))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"));
    assertThat(Files.readAllBytes(source)).isEqualTo(before);
  }

  @Test
  void aFileCutShortIsMalformed(@TempDir Path folder) throws Exception {
    for (String flags : List.of("+faststart", "-faststart")) {
      Path whole = encode(folder.resolve("whole.m4a"), List.of("-movflags", flags));
      byte[] bytes = Files.readAllBytes(whole);
      Path cut = Files.write(folder.resolve("cut.m4a"), Arrays.copyOf(bytes, bytes.length / 3));

      assertThatThrownBy(() -> codec.read(cut, TagProfile.DEFAULT))
          .isInstanceOfSatisfying(
              TagException.class, e -> assertThat(e.code()).isEqualTo("malformed-tag"));
    }
  }

  @Test
  void tagsThatMutagenWroteStayAndAreRead(@TempDir Path folder) throws Exception {
    Path source = encode(folder.resolve("fast.m4a"), List.of("-movflags", "+faststart"));
    OutsideProgram.mutagenTags(source);
    Path target = folder.resolve("target.m4a");
    TagSnapshot before = codec.read(source, TagProfile.DEFAULT);

    codec.rewrite(source, target, EDIT, TagProfile.DEFAULT);

    assertThat(before.fields().get(TagField.MOOD).values()).containsExactly("calm", "blue");
    assertThat(codec.read(target, TagProfile.DEFAULT).others()).isEqualTo(before.others());
    assertThat(OutsideProgram.mutagenItems(target))
        .contains("----:com.apple.iTunes:mOoD\t['happy', 'w\\xe4rm']")
        .contains("----:com.apple.iTunes:ARTISTS\t['One', 'Two']");
    assertThat(without(OutsideProgram.mutagenItems(target)))
        .isEqualTo(without(OutsideProgram.mutagenItems(source)));
    assertThat(OutsideProgram.decodedHash(target)).isEqualTo(OutsideProgram.decodedHash(source));
  }

  private static Path encode(Path file, List<String> options) throws Exception {
    Stream<String> all = Stream.concat(Stream.of(TAGS), options.stream());
    return OutsideProgram.encode(file, all.toArray(String[]::new));
  }

  private static byte[] head(Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(65_536);
    }
  }

  private static List<String> without(List<String> items) {
    return items.stream()
        .filter(
            item ->
                !item.startsWith("\\xa9gen") && !item.toLowerCase(Locale.ROOT).contains(":mood"))
        .toList();
  }
}
