package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.api.tag.TagField.GENRE;
import static org.tonearm.api.tag.TagField.MOOD;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.api.tag.TagSnapshot.RawItem;

class FlacCodecTest {
  private static final FlacCodec CODEC = new FlacCodec();

  private static FlacBytes full() {
    return new FlacBytes()
        .block(3, FlacBytes.noise(180, 3))
        .comment(
            "TITLE=One", "genre=Rock", "SERATO_MARKERS_V2=abc", "artist=A", "ARTIST=B", "ARTIST=C")
        .block(2, FlacBytes.noise(40, 4))
        .block(6, FlacBytes.noise(70_000, 5))
        .block(99, FlacBytes.noise(9, 6));
  }

  @Test
  void readsFieldsAndItems() throws Exception {
    try (Tagged file = new Tagged(CODEC, full().padding(100).bytes())) {
      TagSnapshot snapshot = file.snapshot();

      assertThat(snapshot.format()).isEqualTo("Vorbis comment (FLAC)");
      assertThat(snapshot.fields().get(GENRE).values()).containsExactly("Rock");
      assertThat(snapshot.fields().get(MOOD)).isEqualTo(FieldState.ABSENT);
      assertThat(snapshot.others())
          .extracting(RawItem::key)
          .containsExactly(
              "FLAC block STREAMINFO",
              "FLAC block SEEKTABLE",
              "vendor string",
              "TITLE",
              "SERATO_MARKERS_V2",
              "artist",
              "ARTIST",
              "ARTIST#2",
              "FLAC block APPLICATION",
              "FLAC block PICTURE",
              "FLAC block of type 99");
    }
  }

  @Test
  void keepsTheSpellingOfTheKeyAndThePlace() throws Exception {
    try (Tagged before = new Tagged(CODEC, full().padding(100).bytes());
        Tagged after = before.set(GENRE, "Jazz", "Swing")) {
      String text = new String(after.bytes(), StandardCharsets.ISO_8859_1);

      assertThat(text).containsSubsequence("TITLE=One", "genre=Jazz", "genre=Swing", "SERATO_");
      assertThat(text).doesNotContain("GENRE");
      assertThat(after.state(GENRE).values()).containsExactly("Jazz", "Swing");
      assertThat(after.snapshot().others()).isEqualTo(before.snapshot().others());
      assertThat(after.snapshot().audioHash()).isEqualTo(before.snapshot().audioHash());
    }
  }

  @Test
  void newFieldsComeLastInUpperCase() throws Exception {
    try (Tagged before = new Tagged(CODEC, new FlacBytes().comment("title=x").bytes());
        Tagged mood = before.set(MOOD, "calm");
        Tagged both = mood.set(GENRE, "Folk")) {
      assertThat(new String(both.bytes(), StandardCharsets.ISO_8859_1))
          .containsSubsequence("title=x", "GENRE=Folk", "MOOD=calm");
    }
  }

  @Test
  void paddingTakesTheDifferenceAndGivesItBack() throws Exception {
    byte[] original = full().padding(300).bytes();
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(MOOD, "happy", "tense");
        Tagged back = edited.restore(before.snapshot())) {
      assertThat(edited.bytes()).hasSameSizeAs(original).isNotEqualTo(original);
      assertThat(Arrays.mismatch(tail(original, 5000), tail(edited.bytes(), 5000))).isEqualTo(-1);
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  @Test
  void paddingBeforeTheCommentServesToo() throws Exception {
    byte[] original = new FlacBytes().padding(60).comment("A=b").block(2, new byte[12]).bytes();
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "Blues");
        Tagged back = edited.restore(before.snapshot())) {
      assertThat(edited.bytes()).hasSameSizeAs(original);
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 14, 15})
  void tooLittlePaddingIsLeftAndTheFileGrows(int padding) throws Exception {
    // "GENRE=Blues" with its length takes 15 bytes; padding is not used up to the last byte
    byte[] original = new FlacBytes().comment("A=b").padding(padding).bytes();
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "Blues")) {
      assertThat(edited.bytes()).hasSize(original.length + 15);
      assertThat(edited.snapshot().audioHash()).isEqualTo(before.snapshot().audioHash());
      assertThat(edited.snapshot().others()).isEqualTo(before.snapshot().others());
    }
  }

  /** What a program keeps in padding could not be given back. */
  @Test
  void paddingThatHoldsSomethingIsLeft() throws Exception {
    byte[] held = new byte[200];
    held[198] = 7;
    byte[] original = new FlacBytes().comment("A=b").block(1, held).bytes();
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "Blues");
        Tagged back = new Tagged(CODEC, original)) {
      TagEdit undo =
          new TagEdit(
              Map.of(GENRE, new TagEdit.Restore(before.state(GENRE))), CODEC.layout(before.file()));
      CODEC.rewrite(edited.file(), back.file(), undo, TagProfile.DEFAULT);
      assertThat(edited.bytes()).hasSize(original.length + 15);
      assertThat(new String(edited.bytes(), StandardCharsets.ISO_8859_1))
          .contains(new String(held, StandardCharsets.ISO_8859_1));
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  @Test
  void whatStandsBeforeTheZerosThatAreCutOffStays() throws Exception {
    byte[] held = new byte[200];
    held[3] = 7;
    byte[] original = new FlacBytes().comment("A=b").block(1, held).bytes();
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "Blues");
        Tagged back = edited.restore(before.snapshot())) {
      assertThat(edited.bytes()).hasSameSizeAs(original);
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 17})
  void emptyOrSufficientPaddingIsAsItWasAfterwards(int padding) throws Exception {
    byte[] original = new FlacBytes().comment("A=b").padding(padding).bytes();
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "Blues");
        Tagged back = edited.restore(before.snapshot())) {
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  @Test
  void withoutPaddingTheFileGrowsAndShrinksBack() throws Exception {
    byte[] original = full().bytes();
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(MOOD, "calm");
        Tagged back = edited.restore(before.snapshot())) {
      assertThat(edited.bytes()).hasSize(original.length + 4 + "MOOD=calm".length());
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  @Test
  void aMissingCommentBlockIsMadeAndTakenAwayAgain() throws Exception {
    for (FlacBytes container :
        List.of(new FlacBytes(), new FlacBytes().padding(100), full(3).padding(4096))) {
      byte[] original = container.bytes();
      try (Tagged before = new Tagged(CODEC, original);
          Tagged genre = before.set(GENRE, "Blues");
          Tagged both = genre.set(MOOD, "sad");
          Tagged one = both.restore(MOOD, FieldState.ABSENT);
          Tagged back = one.restore(GENRE, FieldState.ABSENT)) {
        assertThat(both.state(GENRE).values()).containsExactly("Blues");
        assertThat(both.state(MOOD).values()).containsExactly("sad");
        assertThat(both.snapshot().others()).isEqualTo(before.snapshot().others());
        assertThat(one.bytes()).isEqualTo(genre.bytes());
        assertThat(back.bytes()).isEqualTo(original);
      }
    }
  }

  private static FlacBytes full(int type) {
    return new FlacBytes().block(type, FlacBytes.noise(18, 9));
  }

  @Test
  void aForeignEmptyCommentBlockIsNotTakenAway() throws Exception {
    for (String vendor : List.of("", "Lavf60")) {
      byte[] original =
          new FlacBytes().block(4, CommentBytes.comment(vendor, List.of())).padding(64).bytes();
      try (Tagged before = new Tagged(CODEC, original);
          Tagged edited = before.set(GENRE, "Blues");
          Tagged back = edited.restore(before.snapshot())) {
        assertThat(edited.snapshot().others()).isEqualTo(before.snapshot().others());
        assertThat(back.bytes()).isEqualTo(original);
      }
    }
  }

  @Test
  void foreignId3TagsAreCarriedOver() throws Exception {
    byte[] id3v2 =
        CommentBytes.join(new byte[] {'I', 'D', '3', 3, 0, 0, 0, 0, 2, 3}, new byte[259]);
    byte[] id3v1 = CommentBytes.join(new byte[] {'T', 'A', 'G'}, new byte[125]);
    byte[] plain = full().padding(100).bytes();
    byte[] original = full().padding(100).before(id3v2).after(id3v1).bytes();
    try (Tagged bare = new Tagged(CODEC, plain);
        Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "Blues");
        Tagged back = edited.restore(before.snapshot())) {
      assertThat(CODEC.recognises(original, "")).isTrue();
      assertThat(before.snapshot().audioHash()).isEqualTo(bare.snapshot().audioHash());
      assertThat(before.snapshot().others())
          .extracting(RawItem::key)
          .startsWith("ID3v2 before the stream")
          .endsWith("ID3v1 after the audio");
      assertThat(edited.bytes()).startsWith(id3v2).endsWith(id3v1);
      assertThat(edited.snapshot().others()).isEqualTo(before.snapshot().others());
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  @Test
  void recognisesByContent() {
    assertThat(CODEC.recognises(full().bytes(), "mp3")).isTrue();
    assertThat(CODEC.recognises(CommentBytes.utf8("OggS"), "flac")).isFalse();
    assertThat(CODEC.recognises(new byte[0], "flac")).isFalse();
    byte[] longId3 =
        CommentBytes.join(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 9, 0, 0}, new byte[90]);
    assertThat(CODEC.recognises(longId3, "flac")).isTrue();
    assertThat(CODEC.recognises(longId3, "mp3")).isFalse();
  }

  @Test
  void refusesACommentThatOutgrowsItsBlock() throws Exception {
    try (Tagged file = new Tagged(CODEC, full().bytes())) {
      assertThatThrownBy(() -> file.set(GENRE, "x".repeat(1 << 24)))
          .isInstanceOfSatisfying(
              TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"));
    }
  }

  @Test
  void refusesTwoCommentBlocks() {
    Refusals.assertRefused(
        CODEC, new FlacBytes().comment("A=b").comment("C=d").bytes(), "unsupported-structure");
  }

  @Test
  void refusesWhatIsNoFlac() {
    Refusals.assertRefused(CODEC, new byte[0], "malformed-tag");
    Refusals.assertRefused(CODEC, CommentBytes.utf8("hello"), "malformed-tag");
    byte[] noFrame = new FlacBytes().comment("A=b").bytes();
    noFrame[noFrame.length - 5000] = 0;
    Refusals.assertRefused(CODEC, noFrame, "malformed-tag");
  }

  @Test
  void everyTruncationOfTheMetadataIsRefused() {
    byte[] whole = new FlacBytes().comment("TITLE=One", "genre=Rock").padding(20).bytes();
    for (int length = 0; length < whole.length - 5000; length++) {
      Refusals.assertRefused(CODEC, Arrays.copyOf(whole, length), "malformed-tag");
    }
  }

  @Test
  void lengthsBeyondTheEndAreRefused() {
    byte[] whole = new FlacBytes().comment("TITLE=One", "genre=Rock").bytes();
    int comment = 4 + 4 + 34 + 4;
    int title = comment + 4 + "reference libFLAC".length() + 4;
    for (int at : new int[] {comment, title - 4, title}) {
      byte[] wrong = whole.clone();
      Arrays.fill(wrong, at, at + 4, (byte) 0xFF);
      Refusals.assertRefused(CODEC, wrong, "malformed-tag");
    }
  }

  private static byte[] tail(byte[] bytes, int length) {
    return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
  }
}
