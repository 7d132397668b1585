package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.api.tag.TagField.GENRE;
import static org.tonearm.api.tag.TagField.MOOD;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;

/**
 * Whatever a comment holds: an edit touches its fields alone, and taken back it leaves no trace.
 */
class RestorePropertyTest {

  @Property(tries = 100)
  void anEditTakenBackLeavesNoTraceInFlac(
      @ForAll("comments") List<byte[]> entries,
      @ForAll("values") List<String> genre,
      @ForAll("values") List<String> mood)
      throws Exception {
    byte[] comment = CommentBytes.comment("vendor", entries);
    byte[] file = new FlacBytes().block(4, comment).padding(400).audioLength(50).bytes();
    check(new FlacCodec(), file, genre, mood);
  }

  @Property(tries = 100)
  void anEditTakenBackLeavesNoTraceInOgg(
      @ForAll("comments") List<byte[]> entries,
      @ForAll("values") List<String> genre,
      @ForAll("values") List<String> mood)
      throws Exception {
    byte[] comment = CommentBytes.comment("", entries);
    check(new OggCodec(), OggBytes.opus(comment, 2).bytes(), genre, mood);
    byte[] framed = CommentBytes.join(comment, new byte[] {1});
    check(new OggCodec(), OggBytes.vorbis(framed, 2).bytes(), genre, mood);
  }

  private static void check(TagCodec codec, byte[] bytes, List<String> genre, List<String> mood)
      throws Exception {
    Map<TagField, TagEdit.Change> changes = new HashMap<>();
    if (!genre.isEmpty()) {
      changes.put(GENRE, new TagEdit.SetValues(genre));
    }
    if (!mood.isEmpty()) {
      changes.put(MOOD, new TagEdit.SetValues(mood));
    }
    try (Tagged before = new Tagged(codec, bytes);
        Tagged edited = before.edit(changes);
        Tagged back = edited.restore(before.snapshot())) {
      TagSnapshot was = before.snapshot();
      TagSnapshot is = edited.snapshot();
      assertThat(is.others()).isEqualTo(was.others());
      assertThat(is.audioHash()).isEqualTo(was.audioHash());
      assertThat(is.fields().get(GENRE).values())
          .isEqualTo(genre.isEmpty() ? was.fields().get(GENRE).values() : words(genre));
      assertThat(is.fields().get(MOOD).values())
          .isEqualTo(mood.isEmpty() ? was.fields().get(MOOD).values() : words(mood));
      assertThat(back.bytes()).isEqualTo(bytes);
    }
  }

  /** As they are read: blanks around a word are no part of it. */
  private static List<String> words(List<String> values) {
    return values.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  @Provide
  Arbitrary<List<byte[]>> comments() {
    Arbitrary<String> key =
        Arbitraries.of("GENRE", "genre", "Genre", "MOOD", "mood", "TITLE", "title", "SERATO_X");
    Arbitrary<byte[]> value = Arbitraries.bytes().array(byte[].class).ofMaxSize(12);
    Arbitrary<byte[]> entry =
        key.flatMap(k -> value.map(v -> CommentBytes.join(CommentBytes.utf8(k + '='), v)));
    Arbitrary<byte[]> loose = Arbitraries.bytes().array(byte[].class).ofMaxSize(8);
    return Arbitraries.frequencyOf(Tuple.of(5, entry), Tuple.of(1, loose)).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> values() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars('Ä', '東', ' ', '/', '=', ',')
        .ofMinLength(1)
        .ofMaxLength(20)
        .list()
        .ofMaxSize(3);
  }
}
