package org.tonearm.tag.mp4;

import static org.tonearm.tag.mp4.Mp4Bytes.atom;
import static org.tonearm.tag.mp4.Mp4Bytes.data;
import static org.tonearm.tag.mp4.Mp4Bytes.freeform;
import static org.tonearm.tag.mp4.Mp4Bytes.tags;
import static org.tonearm.tag.mp4.Mp4Bytes.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Made-up m4a files, the fields' items in any order among others. */
public final class GeneratedItems {
  private static final String ITUNES = "com.apple.iTunes";

  private GeneratedItems() {}

  /** With or without user data, with and without padding, audio before or behind it. */
  public static Arbitrary<byte[]> mp4() {
    return Combinators.combine(
            items().list().ofMaxSize(10),
            Arbitraries.of(0, 100, 3000),
            Arbitraries.of(true, false),
            Arbitraries.of(true, true, true, false))
        .as(
            (items, padding, moovFirst, tagged) -> {
              Mp4Bytes file = new Mp4Bytes();
              if (tagged) {
                file.udtaAtom(tags(padding, items.toArray(byte[][]::new)));
              }
              return (moovFirst ? file : file.moovLast()).build();
            });
  }

  private static Arbitrary<byte[]> items() {
    Arbitrary<byte[]> values =
        Arbitraries.of("Rock", "a; b", "", "two\nlines", " blank ", "one\0two").map(Mp4Bytes::text);
    Arbitrary<byte[]> several =
        values
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(list -> Mp4Bytes.join(list.toArray(byte[][]::new)));
    Arbitrary<byte[]> fields =
        Combinators.combine(
                Arbitraries.of("\u00a9gen", "\u00a9cmt", "MOOD", "mood", "TONEARM"), several)
            .as(
                (name, value) ->
                    name.charAt(0) == '\u00a9' ? atom(name, value) : freeform(ITUNES, name, value));
    Arbitrary<byte[]> others =
        Arbitraries.of(
            atom("gnre", data(0, new byte[] {0, 18})),
            atom("\u00a9nam", text("Title")),
            atom("\u00a9cmt", atom("data", new byte[3])),
            atom("covr", data(13, new byte[] {1, 2, 3})),
            freeform("com.serato.dj", "markers", text("x")));
    return Arbitraries.oneOf(fields, fields, others);
  }
}
