package org.tonearm.tag.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.mp4.Mp4Bytes.atom;
import static org.tonearm.tag.mp4.Mp4Bytes.free;
import static org.tonearm.tag.mp4.Mp4Bytes.freeform;
import static org.tonearm.tag.mp4.Mp4Bytes.tags;
import static org.tonearm.tag.mp4.Mp4Bytes.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/** Whatever items a file has, an edit leaves the others alone and its undo gives the file back. */
class Mp4PropertyTest {
  private final Mp4Codec codec = new Mp4Codec();

  @Property(tries = 150, seed = "4711")
  void editKeepsAllElseAndRestoreIsIdentity(
      @ForAll("files") byte[] file,
      @ForAll("values") List<String> genre,
      @ForAll("values") List<String> mood)
      throws Exception {
    Path source = Files.createTempFile("tonearm-test", ".m4a");
    Path edited = Files.createTempFile("tonearm-test", ".m4a");
    Path restored = Files.createTempFile("tonearm-test", ".m4a");
    try {
      Files.write(source, file);
      TagSnapshot before = codec.read(source, TagProfile.DEFAULT);
      codec.rewrite(
          source,
          edited,
          new TagEdit(
              Map.of(
                  TagField.GENRE, new TagEdit.SetValues(genre),
                  TagField.MOOD, new TagEdit.SetValues(mood))),
          TagProfile.DEFAULT);
      TagSnapshot after = codec.read(edited, TagProfile.DEFAULT);
      assertThat(after.others()).isEqualTo(before.others());
      assertThat(after.audioHash()).isEqualTo(before.audioHash());
      assertThat(after.fields().get(TagField.GENRE).values()).isEqualTo(genre);
      assertThat(after.fields().get(TagField.MOOD).values()).isEqualTo(mood);
      assertThat(Mp4Bytes.audioByTables(Files.readAllBytes(edited))).isEqualTo(Mp4Bytes.audio());

      codec.rewrite(
          edited,
          restored,
          new TagEdit(
              Map.of(
                  TagField.GENRE, new TagEdit.Restore(before.fields().get(TagField.GENRE)),
                  TagField.MOOD, new TagEdit.Restore(before.fields().get(TagField.MOOD)))),
          TagProfile.DEFAULT);
      TagSnapshot back = codec.read(restored, TagProfile.DEFAULT);
      assertThat(back).isEqualTo(before);
      assertThat(restored).hasSize(file.length);
      if (!severalCarriers(file)) {
        assertThat(Files.readAllBytes(restored)).isEqualTo(file);
      }
    } finally {
      Files.delete(source);
      Files.delete(edited);
      Files.delete(restored);
    }
  }

  /** A field of several items may get them back in another order relative to the other field's. */
  private static boolean severalCarriers(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return Stream.of("©gen|gnre", "(?i)mood")
        .anyMatch(carrier -> Pattern.compile(carrier).matcher(text).results().count() > 1);
  }

  @Provide
  Arbitrary<byte[]> files() {
    Arbitrary<Integer> padding = Arbitraries.of(0, 8, 9, 30, 500, 4000);
    return Combinators.combine(
            items(), padding, padding, Arbitraries.of(true, false), Arbitraries.of(true, false))
        .as(
            (items, inMeta, behind, moovLast, wide) -> {
              Mp4Bytes file = new Mp4Bytes().udtaAtom(tags(inMeta, items));
              if (behind > 0) {
                file.behindMoov(free(behind));
              }
              if (moovLast) {
                file.moovLast();
              }
              return (wide ? file.co64() : file).build();
            });
  }

  @Provide
  Arbitrary<List<String>> values() {
    return Arbitraries.strings()
        .withChars('a', 'ß', '/', ',', ' ', '☃')
        .ofMinLength(1)
        .ofMaxLength(40)
        .map(text -> "x" + text.strip())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private Arbitrary<byte[]> items() {
    Arbitrary<String> words = Arbitraries.strings().alpha().ofMaxLength(12);
    Arbitrary<byte[]> texts =
        words
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(list -> Mp4Bytes.join(list.stream().map(Mp4Bytes::text).toArray(byte[][]::new)));
    Arbitrary<byte[]> plain =
        Combinators.combine(Arbitraries.of("©nam", "©ART", "aART", "covr", "©gen", "©gen"), texts)
            .as((type, data) -> atom(type, data));
    Arbitrary<byte[]> named =
        Combinators.combine(
                Arbitraries.of("com.apple.iTunes", "com.serato.dj"),
                Arbitraries.of("MOOD", "mood", "LABEL", "markers"),
                texts)
            .as(Mp4Bytes::freeform);
    Arbitrary<byte[]> number =
        Arbitraries.integers()
            .between(0, 300)
            .map(
                n ->
                    atom(
                        "gnre",
                        Mp4Bytes.data(0, new byte[] {(byte) (n >> 8), (byte) n.intValue()})));
    Arbitrary<byte[]> broken =
        Arbitraries.of(
            atom("----", new byte[5]), atom("©cmt"), freeform("com.apple.iTunes", "", text("")));
    return Arbitraries.oneOf(plain, named, number, broken)
        .list()
        .ofMaxSize(8)
        .map(list -> Mp4Bytes.join(list.toArray(byte[][]::new)));
  }
}
