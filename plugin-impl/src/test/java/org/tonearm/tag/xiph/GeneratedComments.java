package org.tonearm.tag.xiph;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Made-up files with Vorbis comments, the fields' entries in any order among others. */
public final class GeneratedComments {
  private GeneratedComments() {}

  /** FLAC, with or without comment, with and without padding. */
  public static Arbitrary<byte[]> flac() {
    return Combinators.combine(
            comments(), Arbitraries.of(0, 60, 4000), Arbitraries.of(true, true, true, false))
        .as(
            (comment, padding, tagged) -> {
              FlacBytes file = new FlacBytes().audioLength(50);
              if (tagged) {
                file.block(4, comment);
              }
              return (padding == 0 ? file : file.padding(padding)).bytes();
            });
  }

  /** Ogg Vorbis. */
  public static Arbitrary<byte[]> vorbis() {
    return Combinators.combine(comments(), tails())
        .as((comment, tail) -> CommentBytes.join(comment, new byte[] {1}, tail))
        .map(comment -> OggBytes.vorbis(comment, 2).bytes());
  }

  /** Ogg Opus. */
  public static Arbitrary<byte[]> opus() {
    return Combinators.combine(comments(), tails())
        .as((comment, tail) -> OggBytes.opus(CommentBytes.join(comment, tail), 2).bytes());
  }

  private static Arbitrary<byte[]> tails() {
    return Arbitraries.of(0, 50, 2000).map(length -> new byte[length]);
  }

  private static Arbitrary<byte[]> comments() {
    Arbitrary<String> keys =
        Arbitraries.of(
            "GENRE",
            "genre",
            "MOOD",
            "Mood",
            "COMMENT",
            "comment",
            "DESCRIPTION",
            "Description",
            "TONEARM",
            "tonearm",
            "TITLE",
            "SERATO_X");
    Arbitrary<byte[]> values =
        Arbitraries.of("Rock", "a; b", "", "two\nlines", " blank ", "one\0two", "=")
            .map(CommentBytes::utf8);
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(8);
    Arbitrary<byte[]> entries =
        Combinators.combine(keys, Arbitraries.oneOf(values, noise))
            .as((key, value) -> CommentBytes.join(CommentBytes.utf8(key + '='), value));
    Arbitrary<List<byte[]>> lists =
        Arbitraries.frequencyOf(Tuple.of(8, entries), Tuple.of(1, noise)).list().ofMaxSize(12);
    return lists.map(list -> CommentBytes.comment("vendor", list));
  }
}
