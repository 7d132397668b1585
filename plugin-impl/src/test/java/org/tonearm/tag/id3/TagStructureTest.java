package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.crc;
import static org.tonearm.tag.id3.TagBytes.frame;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.mpeg;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.plain;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;
import static org.tonearm.tag.id3.TagBytes.unsynchronised;
import static org.tonearm.tag.id3.TagBytes.userText;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;

/** The odd forms that an ID3v2 tag may take. */
class TagStructureTest {
  private static final byte[] PICTURE =
      join(bytes(0), latin("image/jpeg\0"), bytes(3, 0, 0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0, 0xFF));

  private final Edited mp3 = Edited.with(new Mp3Codec());

  private void assertEditsAndRestores(byte[] before) throws TagException {
    TagSnapshot snapshot = mp3.read(before);
    byte[] after = mp3.setBoth(before, "Jazz", "Calm");
    TagSnapshot changed = mp3.read(after);
    assertThat(changed.fields().get(TagField.GENRE).values()).containsExactly("Jazz");
    assertThat(changed.fields().get(TagField.MOOD).values()).containsExactly("Calm");
    assertThat(changed.others()).isEqualTo(snapshot.others());
    assertThat(changed.audioHash()).isEqualTo(snapshot.audioHash());
    assertThat(mp3.restore(after, snapshot)).isEqualTo(before);
    assertThat(mp3.apply(before, new TagEdit(Map.of()))).isEqualTo(before);
  }

  @Test
  void unsynchronisedTagOf23() throws TagException {
    byte[] frames =
        join(
            text(3, "TCON", 1, "Ελ"),
            frame(3, "PRIV", join(latin("a\0"), bytes(1, 0xFF))),
            frame(3, "APIC", PICTURE));
    byte[] body = unsynchronised(join(frames, padding(200)));
    byte[] file = join(tag(3, 0x80, body), mpeg(4));

    TagSnapshot snapshot = mp3.read(file);

    assertThat(snapshot.fields().get(TagField.GENRE).values()).containsExactly("Ελ");
    assertThat(snapshot.others())
        .contains(
            new TagSnapshot.RawItem(
                "APIC", Sha256.hex(Sha256.of(frame(3, "APIC", PICTURE))), PICTURE.length + 10));
    assertEditsAndRestores(file);
  }

  @Test
  void aNewNeighbourMakesNoFalseSyncInAnUnsynchronisedTag() throws TagException {
    byte[] last = text(3, "TIT2", "ends in ÿ");
    byte[] file = join(tag(3, 0x80, unsynchronised(last)), mpeg(4));

    byte[] after = mp3.setBoth(file, "Ελ", "ÿ");

    TagSnapshot changed = mp3.read(after);
    int length = Id3Parser.totalLength(after) - 10;
    byte[] body = Arrays.copyOfRange(after, 10, 10 + length);
    assertThat(Unsynchronisation.isApplied(body)).isTrue();
    assertThat(changed.others()).isEqualTo(mp3.read(file).others());
    assertThat(changed.fields().get(TagField.GENRE).values()).containsExactly("Ελ");
    assertThat(changed.fields().get(TagField.MOOD).values()).containsExactly("ÿ");
  }

  @Test
  void flagOfUnsynchronisationThatLies() throws TagException {
    byte[] file = join(tag(3, 0x80, frame(3, "APIC", PICTURE), padding(100)), mpeg(4));

    assertThat(mp3.read(file).others())
        .extracting(TagSnapshot.RawItem::key)
        .containsExactly("ID3v2:header", "APIC");
    assertEditsAndRestores(file);
  }

  @Test
  void framesUnsynchronisedOneByOneIn24() throws TagException {
    byte[] content = unsynchronised(join(bytes(1, 0xFF, 0xFE), latin("R\0o\0c\0k\0")));
    byte[] file =
        join(
            tag(
                4,
                0x80,
                frame(4, "TCON", join(bytes(0, 0, 0, 11), content), 0, 3),
                frame(4, "APIC", unsynchronised(PICTURE), 0, 2),
                padding(100)),
            mpeg(4));

    assertThat(mp3.read(file).fields().get(TagField.GENRE).values()).containsExactly("Rock");
    assertEditsAndRestores(file);
  }

  @Test
  void extendedHeaderOf23WithCheckSumAndPaddingCount() throws TagException {
    byte[] frames = join(text(3, "TIT2", "a"), frame(3, "APIC", PICTURE));
    byte[] file = join(extended23(frames, 120), mpeg(4));

    byte[] after = mp3.setBoth(file, "Jazz", "Calm");

    byte[] now =
        join(
            text(3, "TIT2", "a"),
            text(3, "TCON", "Jazz"),
            userText(3, "MOOD", "Calm"),
            frame(3, "APIC", PICTURE));
    assertThat(after).isEqualTo(join(extended23(now, 85), mpeg(4)));
    assertEditsAndRestores(file);
  }

  private static byte[] extended23(byte[] frames, int padding) {
    byte[] header = join(plain(10), bytes(0x80, 0), plain(padding), plain(crc(frames)));
    return tag(3, 0x40, header, frames, padding(padding));
  }

  @Test
  void extendedHeaderOf24WithCheckSum() throws TagException {
    byte[] frames = join(text(4, "TIT2", "a"), frame(4, "APIC", PICTURE));
    byte[] file = join(extended24(frames, 120), mpeg(4));

    byte[] after = mp3.set(file, TagField.GENRE, "Jazz");

    byte[] now = join(text(4, "TIT2", "a"), text(4, "TCON", "Jazz"), frame(4, "APIC", PICTURE));
    assertThat(after).isEqualTo(join(extended24(now, 105), mpeg(4)));
    assertEditsAndRestores(file);
  }

  private static byte[] extended24(byte[] frames, int padding) {
    long sum = crc(frames, padding(padding)) & 0xFFFFFFFFL;
    byte[] syncsafe = new byte[5];
    for (int i = 0; i < 5; i++) {
      syncsafe[i] = (byte) ((sum >> (28 - 7 * i)) & 127);
    }
    byte[] header = join(bytes(0, 0, 0, 13, 1, 0x60, 0, 5), syncsafe);
    return tag(4, 0x40, header, frames, padding(padding));
  }

  @Test
  void flagOfAnExtendedHeaderThatIsNotThere() throws TagException {
    assertEditsAndRestores(join(tag(3, 0x40, text(3, "TIT2", "a"), padding(100)), mpeg(4)));
  }

  @Test
  void footer() throws TagException {
    byte[] file = join(tag(4, 0x10, text(4, "TIT2", "a")), mpeg(4));

    byte[] after = mp3.set(file, TagField.GENRE, "Jazz");

    assertThat(after)
        .isEqualTo(join(tag(4, 0x10, text(4, "TIT2", "a"), text(4, "TCON", "Jazz")), mpeg(4)));
    assertEditsAndRestores(file);
  }

  @Test
  void plainSizesOfOldITunes() throws TagException {
    byte[] long1 = join(bytes(0), latin("x".repeat(300)));
    byte[] file =
        join(
            tag(
                4,
                0,
                join(latin("TIT2"), plain(long1.length), bytes(0, 0), long1),
                text(4, "TCON", "(17)"),
                join(latin("COMM"), plain(204), bytes(0, 0), latin("\0eng\0"), new byte[199]),
                padding(400)),
            mpeg(4));
    String words = "Word ".repeat(40).strip();

    byte[] after = mp3.set(file, TagField.GENRE, words);

    assertThat(mp3.read(file).fields().get(TagField.GENRE).values()).containsExactly("Rock");
    assertThat(mp3.read(after).fields().get(TagField.GENRE).values()).containsExactly(words);
    assertThat(after).contains(join(latin("TCON"), plain(200), bytes(0, 0, 0), latin(words)));
    assertEditsAndRestores(file);
  }

  @Test
  void version22() throws TagException {
    byte[] file =
        join(
            tag(
                2,
                0,
                text(2, "TT2", "a"),
                text(2, "TCO", "(8)"),
                frame(2, "PIC", latin("\0PNG\3\0xyz")),
                padding(100)),
            mpeg(4));

    byte[] after = mp3.setBoth(file, "Funk", "Calm");

    byte[] expected =
        join(
            text(2, "TT2", "a"),
            text(2, "TCO", "Funk"),
            userText(2, "MOOD", "Calm"),
            frame(2, "PIC", latin("\0PNG\3\0xyz")));
    assertThat(mp3.read(file).fields().get(TagField.GENRE).values()).containsExactly("Jazz");
    assertThat(after).isEqualTo(join(tag(2, 0, expected, padding(83)), mpeg(4)));
    assertEditsAndRestores(file);
  }

  @Test
  void framesThatAreGroupedCompressedOrEncrypted() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(join(bytes(0), latin("Rock")));
    }
    byte[] compressed = packed.toByteArray();
    byte[] file3 =
        join(
            tag(
                3,
                0,
                frame(3, "TCON", join(plain(5), bytes(9), compressed), 0, 0xA0),
                frame(3, "TXXX", join(bytes(1), latin("secret")), 0, 0x40),
                padding(100)),
            mpeg(4));
    byte[] file4 =
        join(
            tag(
                4,
                0,
                frame(4, "TCON", join(bytes(9), bytes(0, 0, 0, 5), compressed), 0x40, 0x49),
                frame(4, "TXXX", join(bytes(1), latin("secret")), 0, 0x04),
                padding(100)),
            mpeg(4));

    for (byte[] file : List.of(file3, file4)) {
      assertThat(mp3.read(file).fields().get(TagField.GENRE).values()).containsExactly("Rock");
      assertEditsAndRestores(file);
    }
  }

  @Test
  void refusesAGenreThatIsEncrypted() {
    byte[] file = join(tag(3, 0, frame(3, "TCON", latin("\1secret"), 0, 0x40)), mpeg(4));

    assertThatThrownBy(() -> mp3.read(file))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"));
  }

  @Test
  void emptyFramesAndThreeLetterNamesAreCarried() throws TagException {
    assertEditsAndRestores(
        join(
            tag(
                3,
                0,
                frame(3, "TIT2", new byte[0]),
                text(3, "TS2\0", "iTunes"),
                text(3, "TCP ", "1"),
                frame(3, "TCON", new byte[0]),
                padding(100)),
            mpeg(4)));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesWhatCanNotBeReadInFull(byte[] tag) {
    assertThatThrownBy(() -> mp3.read(join(tag, mpeg(4))))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("malformed-tag"));
  }

  static List<byte[]> malformed() {
    byte[] title = text(3, "TIT2", "a");
    byte[] badFooter = tag(4, 0x10, text(4, "TIT2", "a"));
    badFooter[badFooter.length - 1] ^= 1;
    return List.of(
        tag(3, 0, title, latin("TPE1"), plain(5000), bytes(0, 0)),
        tag(3, 0, title, latin("TPE1"), plain(-1), bytes(0, 0)),
        tag(3, 0, title, latin("T?!1"), plain(1), bytes(0, 0, 0)),
        tag(3, 0, title, padding(5), latin("left over")),
        tag(3, 0, title, latin("TPE")),
        tag(3, 0x01, title),
        tag(3, 0x40, plain(1000), padding(20)),
        tag(3, 0x40, bytes(0)),
        tag(4, 0, text(4, "TIT2", "a"), latin("TPE1"), bytes(0xFF, 0xFF, 0xFF, 0xFF, 0, 0)),
        tag(3, 0, frame(3, "TCON", bytes(9, 'x'))),
        badFooter);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 6, 7, 9})
  void refusesOtherVersions(int version) {
    byte[] file = join(tag(version, 0, text(3, "TIT2", "a")), mpeg(4));

    assertThatThrownBy(() -> mp3.read(file))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"));
  }

  @Test
  void theRestoredFrameFindsItsPlaceAgain() throws TagException {
    byte[] title = text(4, "TIT2", "a");
    byte[] genre = text(4, "TCON", 3, "Rock");
    byte[] artist = text(4, "TPE1", "b");
    byte[] file = join(tag(4, 0, title, genre, artist, padding(50)), mpeg(4));
    byte[] lost = join(tag(4, 0, title, artist, padding(65)), mpeg(4));

    assertThat(mp3.restore(lost, mp3.read(file))).isEqualTo(file);
  }

  @Test
  void aTagConvertedMeanwhileGetsTheOldValues() throws TagException {
    byte[] file = join(tag(4, 0, text(4, "TCON", "Rock\0Pop"), padding(50)), mpeg(4));
    byte[] converted = join(tag(3, 0, text(3, "TCON", "Jazz"), padding(50)), mpeg(4));

    byte[] restored = mp3.restore(converted, mp3.read(file));

    assertThat(restored)
        .isEqualTo(join(tag(3, 0, text(3, "TCON", "Rock; Pop"), padding(45)), mpeg(4)));
  }
}
