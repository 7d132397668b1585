package org.tonearm.tag.id3;

import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.comm;
import static org.tonearm.tag.id3.TagBytes.fmt;
import static org.tonearm.tag.id3.TagBytes.frame;
import static org.tonearm.tag.id3.TagBytes.iff;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.mpeg;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.plain;
import static org.tonearm.tag.id3.TagBytes.riff;
import static org.tonearm.tag.id3.TagBytes.samples;
import static org.tonearm.tag.id3.TagBytes.syncsafe;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;
import static org.tonearm.tag.id3.TagBytes.unsynchronised;
import static org.tonearm.tag.id3.TagBytes.userText;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Made-up files with ID3 tags of every build, the fields' frames in any order among others. */
public final class GeneratedId3 {
  private static final String[] LANGUAGES = {"eng", "deu", "XXX", "\0\0\0"};

  private GeneratedId3() {}

  /** The ways to build a tag that mp3 files are made with. */
  public enum Build {
    /** No tag at all. */
    BARE,
    /** ID3v2.2. */
    V2_2,
    /** ID3v2.3. */
    V2_3,
    /** ID3v2.4. */
    V2_4,
    /** ID3v2.2, unsynchronised. */
    UNSYNCHRONISED_2_2,
    /** ID3v2.3, unsynchronised as a whole. */
    UNSYNCHRONISED_2_3,
    /** ID3v2.4 that says all its frames are unsynchronised. */
    UNSYNCHRONISED_2_4,
    /** ID3v2.3 with an extended header. */
    EXTENDED_2_3,
    /** ID3v2.4 with an extended header. */
    EXTENDED_2_4,
    /** ID3v2.4 with a footer. */
    FOOTER
  }

  /** An mp3 with a tag of that build. */
  public static Arbitrary<byte[]> mp3(Build build) {
    return tags(build).map(tag -> join(tag, mpeg(3), TagBytes.id3v1()));
  }

  /** A wav, with or without tag and LIST/INFO chunk. */
  public static Arbitrary<byte[]> wav() {
    Arbitrary<byte[]> info =
        Arbitraries.of("", "IGNR", "INAM", "ICMT", "INAM IGNR", "IGNR INAM IGNR")
            .map(GeneratedId3::info);
    Arbitrary<byte[]> tag =
        Arbitraries.of(Build.BARE, Build.V2_3, Build.V2_4)
            .flatMap(GeneratedId3::tags)
            .map(bytes -> bytes.length == 0 ? bytes : riff("id3 ", bytes));
    return Combinators.combine(info, tag, info)
        .as((one, id3, two) -> TagBytes.wav(fmt(), one, riff("data", samples(33)), id3, two));
  }

  /** An aiff, with or without tag. */
  public static Arbitrary<byte[]> aiff() {
    return Arbitraries.of(Build.BARE, Build.V2_3, Build.V2_4)
        .flatMap(GeneratedId3::tags)
        .map(bytes -> bytes.length == 0 ? bytes : iff("ID3 ", bytes))
        .map(
            id3 ->
                TagBytes.aiff("AIFF", comm(20), id3, iff("SSND", join(padding(8), samples(40)))));
  }

  private static byte[] info(String names) {
    if (names.isEmpty()) {
      return new byte[0];
    }
    byte[] list = latin("INFO");
    for (String name : names.split(" ")) {
      list = join(list, riff(name, latin("Text\0")));
    }
    return riff("LIST", list);
  }

  private static Arbitrary<byte[]> tags(Build build) {
    int version =
        switch (build) {
          case BARE, V2_2, UNSYNCHRONISED_2_2 -> 2;
          case V2_3, UNSYNCHRONISED_2_3, EXTENDED_2_3 -> 3;
          default -> 4;
        };
    if (build == Build.BARE) {
      return Arbitraries.just(new byte[0]);
    }
    return Combinators.combine(
            frames(version).list().ofMaxSize(10), Arbitraries.of(0, 40, 600, 5000))
        .as((frames, room) -> whole(build, join(frames.toArray(byte[][]::new)), room));
  }

  private static byte[] whole(Build build, byte[] frames, int room) {
    byte[] body = join(frames, padding(room));
    return switch (build) {
      case BARE -> new byte[0];
      case V2_2 -> tag(2, 0, body);
      case V2_3 -> tag(3, 0, body);
      case V2_4 -> tag(4, 0, body);
      case UNSYNCHRONISED_2_2 -> tag(2, 0x80, unsynchronised(body));
      case UNSYNCHRONISED_2_3 -> tag(3, 0x80, unsynchronised(body));
      case UNSYNCHRONISED_2_4 -> tag(4, 0x80, body);
      case EXTENDED_2_3 -> tag(3, 0x40, plain(6), bytes(0, 0), plain(room), body);
      case EXTENDED_2_4 -> tag(4, 0x40, syncsafe(6), bytes(1, 0), body);
      case FOOTER -> tag(4, 0x10, frames);
    };
  }

  private static Arbitrary<byte[]> frames(int version) {
    Arbitrary<byte[]> bodies =
        Arbitraries.of((byte) 0, (byte) 0xFF, (byte) 0xFE, (byte) 0xE0, (byte) 1, (byte) 'x')
            .array(byte[].class)
            .ofMaxSize(30);
    Arbitrary<byte[]> others =
        Combinators.combine(Arbitraries.of("PRIV", "APIC", "GEOB", "COMM", "TXXX", "TIT2"), bodies)
            .as((id, body) -> frame(version, named(version, id), body));
    Arbitrary<String> words = Arbitraries.of("Rock", "(17)", "Sad", "a; b", "", "17", "caf\u00e9");
    Arbitrary<byte[]> carriers =
        Combinators.combine(
                Arbitraries.of("TCON", "TMOO", "mood", "MOOD", "TONEARM", "tonearm"), words)
            .as(
                (id, word) ->
                    id.startsWith("TCO") || (id.equals("TMOO") && version > 2)
                        ? text(version, named(version, id), word)
                        : userText(version, id, word));
    return Arbitraries.frequencyOf(
        Tuple.of(3, others), Tuple.of(4, carriers), Tuple.of(3, comments(version)));
  }

  private static Arbitrary<byte[]> comments(int version) {
    Arbitrary<String> texts =
        Arbitraries.of(
            "hello", "two\nlines", " blank ", "", "a; b", "one\0two", "\u00ff\u00ff", "\u6771");
    return Combinators.combine(
            Arbitraries.of(LANGUAGES),
            Arbitraries.of("", "", "", "iTunNORM"),
            texts,
            Arbitraries.integers().between(0, version == 4 ? 3 : 1))
        .as(
            (language, description, text, encoding) ->
                frame(
                    version,
                    named(version, "COMM"),
                    join(
                        bytes(encoding),
                        latin(language),
                        encoded(encoding, description),
                        padding(encoding == 1 || encoding == 2 ? 2 : 1),
                        encoded(encoding, text))));
  }

  private static byte[] encoded(int encoding, String text) {
    return switch (encoding) {
      case 0 -> latin(text);
      case 1 -> join(bytes(0xFF, 0xFE), text.getBytes(StandardCharsets.UTF_16LE));
      case 2 -> text.getBytes(StandardCharsets.UTF_16BE);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private static String named(int version, String id) {
    if (version > 2) {
      return id;
    }
    return switch (id) {
      case "TCON" -> "TCO";
      case "COMM" -> "COM";
      case "TXXX" -> "TXX";
      case "TIT2" -> "TT2";
      case "APIC" -> "PIC";
      default -> "GEO";
    };
  }
}
