package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.frame;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.mpeg;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

class CommentFramesTest {
  private final Edited mp3 = Edited.with(new Mp3Codec());

  private static byte[] song(int version, byte[]... frames) {
    return join(tag(version, 0, join(frames), padding(400)), mpeg(4));
  }

  private static byte[] comment(int version, String text) {
    return frame(version, version == 2 ? "COM" : "COMM", join(bytes(0), latin(text)));
  }

  private static byte[] utf16(String language, String text) {
    return join(
        bytes(1),
        latin(language),
        bytes(0xFF, 0xFE, 0, 0, 0xFF, 0xFE),
        text.getBytes(StandardCharsets.UTF_16LE));
  }

  private List<String> comment(byte[] file) throws TagException {
    return mp3.read(file).fields().get(TagField.COMMENT).values();
  }

  private byte[] setComment(byte[] file, String... values) throws TagException {
    return mp3.set(file, TagField.COMMENT, values);
  }

  @Test
  void aCommentWithADescriptionIsAProgramsOwn() throws Exception {
    byte[] norm = comment(3, "engiTunNORM\0 00000A");
    byte[] custom = comment(3, "engSongs-DB_Custom1\0x");

    byte[] edited = setComment(song(3, norm, comment(3, "eng\0mine"), custom), "new");

    assertThat(edited).isEqualTo(song(3, norm, comment(3, "eng\0new"), custom, padding(1)));
    assertThat(mp3.read(song(3, norm)).fields().get(TagField.COMMENT)).isEqualTo(FieldState.ABSENT);
  }

  @Test
  void aCommentThatCannotBeReadIsLeftAlone() throws Exception {
    byte[] broken = frame(3, "COMM", join(bytes(9), latin("eng\0x")));

    byte[] edited = setComment(song(3, broken), "new");

    TagSnapshot snapshot = mp3.read(edited);
    assertThat(snapshot.others()).extracting(TagSnapshot.RawItem::key).containsExactly("COMM");
    assertThat(comment(edited)).containsExactly("new");
  }

  @Test
  void textIsNeitherSplitNorStripped() throws Exception {
    for (int version : new int[] {2, 3, 4}) {
      String text = " one; two\nthree / four ";
      byte[] edited =
          setComment(song(version, text(version, version == 2 ? "TT2" : "TIT2", "a")), text);

      assertThat(comment(edited)).containsExactly(text);
      assertThat(comment(setComment(edited, text, "second"))).containsExactly(text, "second");
    }
  }

  @Test
  void languageAndEncodingStayAsFound() throws Exception {
    byte[] edited = setComment(song(4, frame(4, "COMM", utf16("deu", "alt"))), "neu");
    assertThat(edited).isEqualTo(song(4, frame(4, "COMM", utf16("deu", "neu"))));

    byte[] latin = setComment(song(4, comment(4, "fra\0x")), "\u00e9");
    assertThat(latin).isEqualTo(song(4, comment(4, "fra\0\u00e9")));

    byte[] wider = setComment(song(3, comment(3, "fra\0x")), "\u6771");
    assertThat(comment(wider)).containsExactly("\u6771");
  }

  @Test
  void bytesThatLookLikeStuffingAreAvoidedWhereATagSaysItIsStuffed() throws Exception {
    byte[] file = join(tag(4, 0x80, comment(4, "eng\0x"), padding(90)), mpeg(4));

    byte[] edited = setComment(file, "\u00ff\u00e0");

    assertThat(comment(edited)).containsExactly("\u00ff\u00e0");
    assertThat(mp3.restore(edited, mp3.read(file))).isEqualTo(file);
  }

  @Test
  void commentsInSeveralLanguagesStayApart() throws Exception {
    byte[] file = song(4, comment(4, "eng\0good"), comment(4, "XXX\0good"), comment(4, "deu\0gut"));
    assertThat(comment(file)).containsExactly("good", "gut");

    assertThat(setComment(file, "best", "gut"))
        .isEqualTo(
            song(4, comment(4, "eng\0best"), comment(4, "XXX\0best"), comment(4, "deu\0gut")));
    assertThat(mp3.restore(setComment(file, "one"), mp3.read(file))).isEqualTo(file);
  }

  @Test
  void aNewCommentIsInEnglishToPrograms() throws Exception {
    byte[] edited = setComment(song(3, text(3, "TIT2", "a")), "note");

    assertThat(new String(edited, StandardCharsets.ISO_8859_1))
        .contains("COMM\0\0\0\t\0\0\0eng\0note");
  }

  @Test
  void severalWordsAreJoinedWhereTheProfileSaysSo() throws Exception {
    TagProfile joined =
        new TagProfile(
            "; ",
            "MOOD",
            4,
            TagProfile.ModificationTime.KEPT,
            Map.of(TagKind.ID3, MultiValues.JOINED));
    TagEdit edit =
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.SetValues(List.of("A", "B")),
                TagField.COMMENT, new TagEdit.SetValues(List.of("c", "d"))));

    byte[] edited = Edited.with(new Mp3Codec(), joined).apply(song(4, text(4, "TCON", "x")), edit);

    assertThat(new String(edited, StandardCharsets.ISO_8859_1)).contains("A; B", "c\0d");
    assertThat(mp3.read(edited).fields().get(TagField.GENRE).values()).containsExactly("A", "B");
    assertThat(comment(edited)).containsExactly("c", "d");
  }
}
