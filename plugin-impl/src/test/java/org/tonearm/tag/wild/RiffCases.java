package org.tonearm.tag.wild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.wild.Bytes.bigChunk;
import static org.tonearm.tag.wild.Bytes.chunk;
import static org.tonearm.tag.wild.Bytes.id3;
import static org.tonearm.tag.wild.Bytes.join;
import static org.tonearm.tag.wild.Bytes.latin;
import static org.tonearm.tag.wild.Bytes.little;
import static org.tonearm.tag.wild.Bytes.noise;
import static org.tonearm.tag.wild.Bytes.text;
import static org.tonearm.tag.wild.Bytes.zeros;
import static org.tonearm.tag.wild.WildCase.TAGGED;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;

/** WAV and AIFF. */
final class RiffCases {
  private static final String REFUSED = "unsupported-structure";
  private static final byte[] FMT =
      chunk("fmt ", join(Bytes.of(1, 0, 1, 0), little(8000), little(16000), Bytes.of(2, 0, 16, 0)));
  private static final byte[] DATA = chunk("data", noise(400));
  private static final byte[] ID3 = chunk("id3 ", id3(3, 0, text(3, "TCON", "Rock")));
  private static final byte[] LIST =
      chunk("LIST", join(latin("INFO"), chunk("IGNR", latin("Rock\0\0"))));

  private RiffCases() {}

  static List<WildCase> all() {
    return List.of(
        new WildCase(
            "wav: LIST/INFO and ID3 chunks, which are kept in step", TAGGED, RiffCases::both),
        wav("wav: the 64-bit form RF64", REFUSED, sized("RF64", -1, FMT, DATA)),
        wav("wav: the 64-bit form BW64", REFUSED, sized("BW64", -1, FMT, DATA)),
        wav(
            "wav: sizes of 0 (a recording never closed)",
            REFUSED,
            sized("RIFF", 0, FMT, unsized(0))),
        wav(
            "wav: sizes of 0xFFFFFFFF (written to a pipe)",
            REFUSED,
            sized("RIFF", -1, FMT, unsized(-1))),
        wav("wav: the audio's size alone is 0", REFUSED, riff(FMT, unsized(0))),
        wav("wav: the audio's size alone is 0xFFFFFFFF", REFUSED, riff(FMT, unsized(-1))),
        wav(
            "wav: sizes of some 2 GiB (written to a pipe)",
            REFUSED,
            sized("RIFF", 0x7FFFF024, FMT, unsized(0x7FFFF000))),
        wav("wav: the audio states more than there is", "malformed-tag", riff(FMT, unsized(5000))),
        wav(
            "wav: a chunk of odd size without its pad byte",
            TAGGED,
            riff(FMT, unsized(401), Bytes.of(9))),
        wav("wav: other bytes behind the last chunk", TAGGED, join(riff(FMT, DATA), noise(99))),
        wav("wav: several ID3 chunks", REFUSED, riff(FMT, ID3, DATA, ID3)),
        wav("wav: an ID3 chunk behind the stated end", REFUSED, join(riff(FMT, DATA), ID3)),
        wav(
            "wav: the same behind another chunk there",
            REFUSED,
            join(riff(FMT, DATA), chunk("JUNK", noise(3)), ID3)),
        wav(
            "wav: a pad byte that the stated size leaves out",
            TAGGED,
            sized("RIFF", FMT.length + 413, FMT, chunk("data", noise(401)))),
        new WildCase("wav: one that would grow beyond 4 GiB", REFUSED, RiffCases::full),
        WildCase.file("aiff: the compressed form AIFF-C", TAGGED, "song.aifc", aifc()));
  }

  private static WildCase wav(String row, String outcome, byte[] content) {
    return WildCase.file(row, outcome, "song.wav", content);
  }

  private static byte[] riff(byte[]... chunks) {
    return sized("RIFF", join(chunks).length + 4, chunks);
  }

  private static byte[] sized(String form, int size, byte[]... chunks) {
    return join(latin(form), little(size), latin("WAVE"), join(chunks));
  }

  /** A data chunk of 400 bytes that states another size. */
  private static byte[] unsized(int size) {
    return join(latin("data"), little(size), noise(400));
  }

  private static byte[] aifc() {
    byte[] comm =
        join(
            Bytes.of(0, 1, 0, 0, 0, 200, 0, 16, 0x40, 0x0B, 0xFA),
            zeros(7),
            latin("sowt"),
            Bytes.of(0, 0));
    byte[] chunks =
        join(
            bigChunk("FVER", Bytes.of(0xA2, 0x80, 0x51, 0x40)),
            bigChunk("COMM", comm),
            bigChunk("SSND", noise(408)));
    return join(latin("FORM"), Bytes.big(chunks.length + 4), latin("AIFC"), chunks);
  }

  private static String both(Path folder) throws Exception {
    Path file = Tagger.file(folder, "song.wav", riff(FMT, DATA, LIST, ID3));
    String outcome = new Tagger().tag(file);
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(text).contains("IGNR\5\0\0\0Jazz\0").contains("TCON").doesNotContain("Rock");
    return outcome;
  }

  /** A sparse file, and nothing of its audio is read: the refusal comes before any copy. */
  private static String full(Path folder) throws Exception {
    Path file = folder.resolve("song.wav");
    long size = 0xFFFFFFFFL - 101;
    int data = (int) (size - 8 - 12 - FMT.length);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(sized("RIFF", (int) (size - 8), FMT, Arrays.copyOf(unsized(data), 8)));
      out.setLength(size);
    }
    TagCodec codec = CodecRegistry.installed().codecFor(file);
    TagEdit edit = new TagEdit(Map.of(TagField.GENRE, new TagEdit.SetValues(List.of("Jazz"))));
    try {
      codec.check(file, edit, TagProfile.DEFAULT);
      return TAGGED;
    } catch (TagException e) {
      assertThat(e.getMessage()).contains("too large for its format");
      return Tagger.told(e);
    }
  }
}
