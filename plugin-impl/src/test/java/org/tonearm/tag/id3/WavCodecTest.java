package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.fmt;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.little;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.riff;
import static org.tonearm.tag.id3.TagBytes.samples;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;
import static org.tonearm.tag.id3.TagBytes.wav;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;

class WavCodecTest {
  private static final byte[] DATA = riff("data", samples(1001));

  private final Edited wav = Edited.with(new WavCodec());

  private static byte[] info(byte[]... items) {
    return riff("LIST", join(latin("INFO"), join(items)));
  }

  @Test
  void appendsATagAndDropsItAgain() throws TagException {
    byte[] file = wav(riff("bext", samples(99)), fmt(), DATA, riff("cue ", padding(4)));
    TagSnapshot before = wav.read(file);

    byte[] edited = wav.setBoth(file, "Techno", "Tense");

    TagSnapshot after = wav.read(edited);
    assertThat(after.fields().get(TagField.GENRE).values()).containsExactly("Techno");
    assertThat(after.fields().get(TagField.MOOD).values()).containsExactly("Tense");
    assertThat(after.others()).isEqualTo(before.others());
    assertThat(after.others().stream().map(TagSnapshot.RawItem::key))
        .containsExactly("chunk:bext", "chunk:fmt", "chunk:cue");
    assertThat(after.audioHash()).isEqualTo(before.audioHash());
    assertThat(little(edited.length - 8)).isEqualTo(Arrays.copyOfRange(edited, 4, 8));
    assertThat(wav.restore(edited, before)).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id3 ", "ID3 "})
  void keepsTheChunksCaseAndPlace(String name) throws TagException {
    byte[] chunk = riff(name, tag(3, 0, text(3, "TCON", "(18)"), padding(60)));
    byte[] file = wav(fmt(), chunk, DATA);
    TagSnapshot before = wav.read(file);

    byte[] edited = wav.set(file, TagField.GENRE, "House");

    byte[] expected = riff(name, tag(3, 0, text(3, "TCON", "House"), padding(59)));
    assertThat(before.fields().get(TagField.GENRE).values()).containsExactly("Techno");
    assertThat(edited).isEqualTo(wav(fmt(), expected, DATA));
    assertThat(wav.restore(edited, before)).isEqualTo(file);
  }

  @Test
  void replacesTheGenreOfAnInfoList() throws TagException {
    byte[] name = riff("INAM", latin("A title\0"));
    byte[] artist = riff("IART", latin("odd"));
    byte[] file = wav(fmt(), info(name, riff("IGNR", latin("Rock\0")), artist), DATA);
    TagSnapshot before = wav.read(file);

    byte[] edited = wav.set(file, TagField.GENRE, "Jazz", "Soul");

    byte[] list = info(name, riff("IGNR", latin("Jazz; Soul\0")), artist);
    assertThat(before.fields().get(TagField.GENRE).values()).containsExactly("Rock");
    assertThat(edited).contains(list);
    assertThat(wav.read(edited).others()).containsAll(before.others());
    assertThat(wav.takenBack(edited, file)).isEqualTo(file);
  }

  @Test
  void addsTheGenreToAnInfoListThatLacksIt() throws TagException {
    byte[] name = riff("INAM", latin("A title\0"));
    byte[] file = wav(fmt(), DATA, info(name));

    byte[] edited = wav.set(file, TagField.GENRE, "Jazz");

    assertThat(edited).contains(info(name, riff("IGNR", latin("Jazz\0"))));
    assertThat(wav.takenBack(edited, file)).isEqualTo(file);
  }

  /** Some programs leave out the pad byte of the last text. */
  @Test
  void addsTheGenreBehindATextWithoutItsPadByte() throws TagException {
    byte[] text = join(latin("ISFT"), little(5), latin("Prog\0"));
    byte[] file = wav(fmt(), info(text), DATA);
    TagSnapshot before = wav.read(file);

    byte[] edited = wav.set(file, TagField.GENRE, "Jazz");

    assertThat(edited).contains(info(text, bytes(0), riff("IGNR", latin("Jazz\0"))));
    assertThat(wav.read(edited).others()).isEqualTo(before.others());
    TagSnapshot back = wav.read(wav.restore(edited, before));
    assertThat(back.others()).isEqualTo(before.others());
    assertThat(back.fields()).isEqualTo(before.fields());
  }

  /** An item that was saved without its pad byte, as it was the last, may come before another. */
  @Test
  void putsAGenreWithoutItsPadByteBackBeforeAText() throws TagException {
    byte[] name = riff("INAM", latin("A title\0"));
    byte[] genre = join(latin("IGNR"), little(5), latin("Rock\0"));
    TagSnapshot before = wav.read(wav(fmt(), info(name, genre), DATA));
    byte[] software = riff("ISFT", latin("Prog"));
    byte[] meanwhile = wav(fmt(), info(name, riff("IGNR", latin("Jazz\0")), software), DATA);

    byte[] restored = wav.restore(meanwhile, before);

    assertThat(restored).contains(info(name, genre, bytes(0), software));
    assertThat(wav.read(restored).others()).isEqualTo(wav.read(meanwhile).others());
  }

  @Test
  void leavesTheInfoListAloneWhenOnlyTheMoodChanges() throws TagException {
    byte[] list = info(riff("IGNR", latin("Rock\0")));
    byte[] file = wav(fmt(), list, DATA);

    byte[] edited = wav.set(file, TagField.MOOD, "Sad");

    assertThat(edited).contains(list).contains(text(4, "TCON", "Rock"));
    assertThat(wav.read(edited).fields().get(TagField.GENRE).values())
        .isEqualTo(wav.read(file).fields().get(TagField.GENRE).values());
    assertThat(wav.takenBack(edited, file)).isEqualTo(file);
  }

  @Test
  void carriesWhatFollowsTheForm() throws TagException {
    byte[] junk = bytes(1, 2, 3, 4, 5, 6, 7, 8, 9);
    byte[] file = join(wav(fmt(), DATA), junk);
    TagSnapshot before = wav.read(file);

    byte[] edited = wav.set(file, TagField.GENRE, "Jazz");

    assertThat(edited).endsWith(junk);
    assertThat(before.others()).last().extracting(TagSnapshot.RawItem::key).isEqualTo("trailing");
    assertThat(wav.read(edited).others()).isEqualTo(before.others());
    assertThat(wav.restore(edited, before)).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RF64", "BW64"})
  void refusesThe64BitForms(String form) {
    byte[] file = wav(fmt(), DATA);
    System.arraycopy(latin(form), 0, file, 0, 4);

    assertThat(new WavCodec().recognises(file, "wav")).isTrue();
    assertThatThrownBy(() -> wav.read(file))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"));
  }

  @Test
  void refusesATagBehindTheForm() {
    byte[] file = join(wav(fmt(), DATA), riff("id3 ", tag(3, 0, text(3, "TIT2", "a"))));

    assertThatThrownBy(() -> wav.read(file))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"));
  }

  /** A form size that was not brought up to date. */
  @ParameterizedTest
  @ValueSource(strings = {"list", "pad", "unpadded", "upper"})
  void refusesATagFurtherBehindTheForm(String kind) {
    byte[] tag = riff("id3 ", tag(3, 0, text(3, "TIT2", "a")));
    byte[] behind =
        switch (kind) {
          case "list" -> join(info(riff("INAM", latin("odd"))), tag);
          case "pad" -> join(bytes(0), tag);
          case "unpadded" -> join(latin("JUNK"), little(3), latin("odd"), tag);
          default -> join(riff("JUNK", latin("even")), riff("ID3 ", tag(4, 0, padding(9))));
        };

    assertThatThrownBy(() -> wav.read(join(wav(fmt(), DATA), behind)))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"));
  }

  /** The byte stands there, but the form's size leaves it out. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void countsThePadByteOfAnOddChunk(int trailing) throws TagException {
    byte[] whole = wav(fmt(), riff("data", samples(401)));
    whole[4]--;
    byte[] file = join(whole, trailing == 0 ? bytes() : riff("JUNK", latin("kept")));
    TagSnapshot before = wav.read(file);

    byte[] edited = wav.set(file, TagField.GENRE, "Jazz");

    assertThat(before.others()).hasSize(1 + trailing);
    assertThat(wav.read(edited).others()).isEqualTo(before.others());
    assertThat(wav.read(edited).audioHash()).isEqualTo(before.audioHash());
    int pad = whole.length;
    assertThat(Arrays.copyOfRange(edited, 8, pad)).isEqualTo(Arrays.copyOfRange(whole, 8, pad));
    assertThat(new String(edited, pad, 4, StandardCharsets.ISO_8859_1)).isEqualTo("id3 ");
    assertThat(wav.takenBack(edited, file)).isEqualTo(file);
  }

  @Test
  void refusesAFormThatWouldGrowTooLarge(@TempDir Path folder) throws Exception {
    byte[] file = wav(fmt(), DATA);
    Path path = Files.write(folder.resolve("large.wav"), file);
    try (SourceFile source = new SourceFile(path)) {
      FormEdit edit = new FormEdit(ChunkLayout.read(source, ByteOrder.LITTLE_ENDIAN));
      edit.append("id3 ", tag(4, 0, padding(100)));

      assertThatThrownBy(() -> edit.splice(source, file.length + 100))
          .isInstanceOfSatisfying(
              StructureException.class,
              e -> assertThat(e.in(path).code()).isEqualTo("unsupported-structure"));
      assertThat(edit.splice(source, file.length + 110)).isNotNull();
    }
  }

  @Test
  void refusesAChunkThatIsCutShort() {
    byte[] file = wav(fmt(), DATA);

    assertThatThrownBy(() -> wav.read(Arrays.copyOf(file, file.length - 500)))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("malformed-tag"));
  }
}
