package org.tonearm.tag.wild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.wild.Bytes.id3;
import static org.tonearm.tag.wild.Bytes.id3v1;
import static org.tonearm.tag.wild.Bytes.join;
import static org.tonearm.tag.wild.Bytes.latin;
import static org.tonearm.tag.wild.Bytes.little;
import static org.tonearm.tag.wild.Bytes.noise;
import static org.tonearm.tag.wild.Bytes.text;
import static org.tonearm.tag.wild.Bytes.zeros;
import static org.tonearm.tag.wild.WildCase.TAGGED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** FLAC and Ogg. */
final class XiphCases {
  private static final String REFUSED = "unsupported-structure";
  private static final byte[] STREAM_INFO = block(0, noise(34));
  private static final byte[] COMMENT = block(4, comment("TITLE=Song"));
  private static final byte[] LAST = block(0x81, zeros(900));
  private static final byte[] FRAMES = join(Bytes.of(0xFF, 0xF8), noise(3000));
  private static final byte[] OPUS_HEAD =
      join(latin("OpusHead"), Bytes.of(1, 2, 56, 1, 68, 172, 0, 0, 0, 0, 0));

  private XiphCases() {}

  static List<WildCase> all() {
    byte[] id3 = id3(3, 0, text(3, "TCON", "Rock"));
    return List.of(
        new WildCase("flac: an ID3v2 tag in front", TAGGED, f -> id3InFront(f, id3)),
        flac("flac: an ID3v1 tag at the end", TAGGED, flac(STREAM_INFO, COMMENT, LAST), id3v1()),
        flac("flac: an ID3v2 tag at the end", TAGGED, flac(STREAM_INFO, COMMENT, LAST), id3),
        flac("flac: no Vorbis comment", TAGGED, flac(STREAM_INFO, LAST)),
        flac("flac: two Vorbis comments", REFUSED, flac(STREAM_INFO, COMMENT, COMMENT, LAST)),
        new WildCase("flac: padding enough", TAGGED, XiphCases::padding),
        ogg(
            "ogg: several pieces, one behind the other (chained)",
            TAGGED,
            opus(1, comment("TITLE=a")),
            opus(2, comment("TITLE=b"))),
        ogg(
            "ogg: several streams side by side",
            REFUSED,
            page(2, 0, 1, OPUS_HEAD),
            page(2, 0, 2, OPUS_HEAD),
            tags(1, comment("TITLE=a"))),
        ogg(
            "ogg: a comment over many pages",
            TAGGED,
            opus(1, comment("PICTURE=" + "x".repeat(300_000)))),
        ogg(
            "ogg: FLAC inside Ogg",
            "unsupported-format",
            page(2, 0, 1, join(Bytes.of(0x7F), latin("FLAC"), noise(46)))),
        ogg("ogg: Speex", "unsupported-format", page(2, 0, 1, join(latin("Speex   "), noise(72)))),
        ogg("ogg: a wrong checksum in the headers", "malformed-tag", damaged()));
  }

  private static WildCase flac(String row, String outcome, byte[]... parts) {
    return WildCase.file(row, outcome, "song.flac", join(parts));
  }

  private static WildCase ogg(String row, String outcome, byte[]... parts) {
    return WildCase.file(row, outcome, "song.ogg", join(parts));
  }

  private static byte[] flac(byte[]... blocks) {
    return join(latin("fLaC"), join(blocks), FRAMES);
  }

  /** A metadata block; 0x80 in its type marks the last one. */
  private static byte[] block(int type, byte[] body) {
    return join(Bytes.of(type, body.length >> 16, body.length >> 8, body.length), body);
  }

  private static byte[] comment(String entry) {
    return join(little(4), latin("ours"), little(1), little(entry.length()), latin(entry));
  }

  private static byte[] opus(int serial, byte[] comment) {
    return join(
        page(2, 0, serial, OPUS_HEAD),
        tags(serial, comment),
        page(0, 90, serial, noise(250)),
        page(4, 91, serial, noise(251)));
  }

  /** The comment packet over as many pages as it needs. */
  private static byte[] tags(int serial, byte[] comment) {
    byte[] packet = join(latin("OpusTags"), comment);
    byte[] pages = {};
    int most = 255 * 255;
    int number = 1;
    for (int at = 0; at <= packet.length; at += most) {
      byte[] part = Arrays.copyOfRange(packet, at, Math.min(packet.length, at + most));
      pages = join(pages, page(at == 0 ? 0 : 1, number++, serial, part));
    }
    return pages;
  }

  private static byte[] page(int flags, int number, int serial, byte[] body) {
    int whole = body.length / 255;
    byte[] lacing = new byte[Math.min(255, whole + 1)];
    Arrays.fill(lacing, (byte) 255);
    if (whole < 255) {
      lacing[whole] = (byte) (body.length % 255);
    }
    byte[] page =
        join(
            latin("OggS"),
            Bytes.of(0, flags),
            zeros(8),
            little(serial),
            little(number),
            zeros(4),
            Bytes.of(lacing.length),
            lacing,
            body);
    System.arraycopy(little(crc(page)), 0, page, 22, 4);
    return page;
  }

  /** Bit by bit, after RFC 3533. */
  private static int crc(byte[] bytes) {
    int crc = 0;
    for (byte b : bytes) {
      crc ^= b << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc << 1 ^ (crc < 0 ? 0x04C11DB7 : 0);
      }
    }
    return crc;
  }

  private static byte[] damaged() {
    byte[] file = opus(1, comment("TITLE=a"));
    file[30] ^= 1;
    return file;
  }

  private static String id3InFront(Path folder, byte[] id3) throws Exception {
    Tagger tagger = new Tagger();
    byte[] content = join(id3, flac(STREAM_INFO, COMMENT, LAST));
    String outcome = tagger.tag(Tagger.file(folder, "song.flac", content));
    assertThat(tagger.warnings()).singleElement().asString().contains("ID3");
    return outcome;
  }

  private static String padding(Path folder) throws Exception {
    byte[] before = flac(STREAM_INFO, COMMENT, LAST);
    Path file = Tagger.file(folder, "song.flac", before);
    String outcome = new Tagger().tag(file);
    byte[] after = Files.readAllBytes(file);
    assertThat(after).hasSameSizeAs(before);
    assertThat(Arrays.copyOfRange(after, after.length - FRAMES.length, after.length))
        .isEqualTo(FRAMES);
    return outcome;
  }
}
