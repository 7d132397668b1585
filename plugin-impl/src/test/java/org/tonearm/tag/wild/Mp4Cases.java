package org.tonearm.tag.wild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.wild.Bytes.atom;
import static org.tonearm.tag.wild.Bytes.big;
import static org.tonearm.tag.wild.Bytes.join;
import static org.tonearm.tag.wild.Bytes.latin;
import static org.tonearm.tag.wild.Bytes.noise;
import static org.tonearm.tag.wild.Bytes.zeros;
import static org.tonearm.tag.wild.WildCase.TAGGED;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The MP4 family. */
final class Mp4Cases {
  private static final byte[] AUDIO = noise(256);
  private static final byte[] MDAT = atom("mdat", AUDIO);
  private static final byte[] FRAGMENT = atom("moof", atom("mfhd", zeros(8)));

  private Mp4Cases() {}

  static List<WildCase> all() {
    return List.of(
        new WildCase(
            "m4a: the audio behind the tags", TAGGED, f -> moved(f, "song.m4a", "M4A ", 4, true)),
        new WildCase(
            "m4a: the audio before the tags", TAGGED, f -> moved(f, "song.m4a", "M4A ", 4, false)),
        new WildCase(
            "m4a: offsets of 64 bits (co64)", TAGGED, f -> moved(f, "song.m4a", "M4A ", 8, true)),
        new WildCase("m4b: an audio book", TAGGED, f -> moved(f, "book.m4b", "M4B ", 4, true)),
        new WildCase("m4a: padding enough", TAGGED, Mp4Cases::padded),
        m4a("m4a: fragments, without padding", "unsupported-structure", 0),
        m4a("m4a: fragments, with padding enough", TAGGED, 900));
  }

  private static WildCase m4a(String row, String outcome, int padding) {
    return WildCase.file(
        row,
        outcome,
        "song.m4a",
        join(ftyp("M4A "), moov(0, 4, padding, atom("mvex", zeros(8))), FRAGMENT, MDAT));
  }

  private static byte[] ftyp(String brand) {
    return atom("ftyp", latin(brand), zeros(4), latin(brand + "isom"));
  }

  /** One track of one chunk. */
  private static byte[] moov(long audioAt, int width, int padding, byte[]... more) {
    byte[] offset =
        width == 8 ? ByteBuffer.allocate(8).putLong(audioAt).array() : big((int) audioAt);
    byte[] table = join(zeros(4), big(1), offset);
    byte[] stbl =
        atom(
            "stbl",
            atom("stsd", zeros(8)),
            atom(width == 8 ? "co64" : "stco", table),
            atom("stsz", zeros(12)));
    byte[] handler = atom("hdlr", zeros(8), latin("mdirappl"), zeros(9));
    byte[] free = padding == 0 ? zeros(0) : atom("free", zeros(padding));
    byte[] udta = atom("udta", atom("meta", zeros(4), handler, atom("ilst"), free));
    return atom(
        "moov",
        atom("mvhd", zeros(100)),
        atom("trak", atom("tkhd", zeros(84)), atom("mdia", atom("minf", stbl))),
        join(more),
        udta);
  }

  private static byte[] file(String brand, int width, int padding, boolean moovFirst) {
    byte[] ftyp = ftyp(brand);
    long behindMoov = (long) ftyp.length + moov(0, width, padding).length + 8;
    return moovFirst
        ? join(ftyp, moov(behindMoov, width, padding), MDAT)
        : join(ftyp, MDAT, moov(ftyp.length + 8, width, padding));
  }

  /** The chunk table leads to the audio, wherever that is now. */
  private static String moved(Path folder, String name, String brand, int width, boolean moovFirst)
      throws Exception {
    Path file = Tagger.file(folder, name, file(brand, width, 0, moovFirst));
    String outcome = new Tagger().tag(file);
    byte[] after = Files.readAllBytes(file);
    String text = new String(after, StandardCharsets.ISO_8859_1);
    int table = text.indexOf(width == 8 ? "co64" : "stco") + 12;
    ByteBuffer bytes = ByteBuffer.wrap(after);
    int at = width == 8 ? (int) bytes.getLong(table) : bytes.getInt(table);
    assertThat(Arrays.copyOfRange(after, at, at + AUDIO.length)).isEqualTo(AUDIO);
    return outcome;
  }

  private static String padded(Path folder) throws Exception {
    byte[] before = file("M4A ", 4, 900, true);
    Path file = Tagger.file(folder, "song.m4a", before);
    String outcome = new Tagger().tag(file);
    assertThat(Files.readAllBytes(file)).hasSameSizeAs(before).endsWith(AUDIO);
    return outcome;
  }
}
