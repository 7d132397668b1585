package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.api.tag.TagField.GENRE;
import static org.tonearm.api.tag.TagField.MOOD;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.api.tag.TagSnapshot.RawItem;

class OggCodecTest {
  private static final OggCodec CODEC = new OggCodec();
  private static final byte[] FRAMING = {1};

  private static byte[] comment(String... entries) {
    return CommentBytes.comment("Xiph.Org libVorbis", CommentBytes.entries(entries));
  }

  private static byte[] vorbisFile(int audioPages, String... entries) {
    return OggBytes.vorbis(CommentBytes.join(comment(entries), FRAMING), audioPages).bytes();
  }

  @Test
  void readsVorbis() throws Exception {
    try (Tagged file = new Tagged(CODEC, vorbisFile(3, "title=x", "Genre=Rock", "GENRE=Pop"))) {
      TagSnapshot snapshot = file.snapshot();

      assertThat(snapshot.format()).isEqualTo("Vorbis comment (Ogg Vorbis)");
      assertThat(snapshot.fields().get(GENRE).values()).containsExactly("Rock", "Pop");
      assertThat(snapshot.others())
          .extracting(RawItem::key)
          .containsExactly("identification header", "vendor string", "title", "setup header");
    }
  }

  @Test
  void readsOpus() throws Exception {
    try (Tagged file = new Tagged(CODEC, OggBytes.opus(comment("MOOD=calm"), 3).bytes())) {
      TagSnapshot snapshot = file.snapshot();

      assertThat(snapshot.format()).isEqualTo("Vorbis comment (Ogg Opus)");
      assertThat(snapshot.fields().get(MOOD).values()).containsExactly("calm");
      assertThat(snapshot.others())
          .extracting(RawItem::key)
          .containsExactly("identification header", "vendor string");
    }
  }

  @Test
  void smallEditsLeaveEveryAudioByte() throws Exception {
    byte[] original = vorbisFile(5, "title=x");
    int audio = original.length - audioFrom(original, 2);
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "Jazz");
        Tagged back = edited.restore(before.snapshot())) {
      assertThat(tail(edited.bytes(), audio)).isEqualTo(tail(original, audio));
      assertThat(edited.snapshot().audioHash()).isEqualTo(before.snapshot().audioHash());
      assertThat(edited.snapshot().others()).isEqualTo(before.snapshot().others());
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  /** Around the sizes at which a lacing value, a page and a second page are full. */
  @ParameterizedTest
  @ValueSource(ints = {1, 150, 400, 61_000, 61_900, 65_000, 65_025, 130_000, 131_000, 200_000})
  void pagesAreRenumberedWhenTheCommentGrows(int length) throws Exception {
    for (byte[] original :
        List.of(vorbisFile(6, "title=x"), OggBytes.opus(comment("title=x"), 6).bytes())) {
      for (int more = 0; more < 3; more++) {
        String value = "g".repeat(length + 127 * more);
        try (Tagged before = new Tagged(CODEC, original);
            Tagged edited = before.set(GENRE, value);
            Tagged back = edited.restore(before.snapshot())) {
          assertWellPaged(original, edited.bytes());
          assertThat(edited.state(GENRE).values()).containsExactly(value);
          assertThat(edited.snapshot().others()).isEqualTo(before.snapshot().others());
          assertThat(edited.snapshot().audioHash()).isEqualTo(before.snapshot().audioHash());
          assertThat(back.bytes()).isEqualTo(original);
        }
      }
    }
  }

  /** Everything that a reader of Ogg relies on, told with the tests' own parser. */
  private static void assertWellPaged(byte[] original, byte[] edited) {
    List<OggBytes.Page> before = OggBytes.parse(original);
    List<OggBytes.Page> after = OggBytes.parse(edited);
    for (int i = 0; i < after.size(); i++) {
      assertThat(after.get(i).sequence()).isEqualTo(i);
      if (i > 0) {
        List<Integer> lacing = after.get(i - 1).lacing();
        assertThat(after.get(i).continued()).isEqualTo(lacing.get(lacing.size() - 1) == 255);
      }
      boolean ends = after.get(i).lacing().stream().anyMatch(n -> n < 255);
      assertThat(after.get(i).granule() == -1).isEqualTo(!ends);
    }
    for (int i = 1; i <= 6; i++) {
      OggBytes.Page a = before.get(before.size() - i);
      OggBytes.Page b = after.get(after.size() - i);
      assertThat(b)
          .isEqualTo(
              new OggBytes.Page(
                  a.flags(), a.granule(), a.serial(), b.sequence(), a.lacing(), a.body()));
    }
  }

  @Test
  void theMannerOfPagingIsKept() throws Exception {
    byte[] picture = CommentBytes.utf8("METADATA_BLOCK_PICTURE=" + "A".repeat(100_000));
    byte[] tags =
        CommentBytes.join(
            OggBytes.magic("\3vorbis"), CommentBytes.comment("v", List.of(picture)), FRAMING);
    byte[] original =
        new OggBytes(5)
            .page(2, 0, OggBytes.packet("\1vorbis", 23))
            .packets(0, 16, tags)
            .packets(0, 255, OggBytes.packet("\5vorbis", 2000))
            .audio(4)
            .bytes();
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "x".repeat(9000));
        Tagged back = edited.restore(before.snapshot())) {
      assertThat(edited.snapshot().others()).isEqualTo(before.snapshot().others());
      assertThat(OggBytes.parse(edited.bytes())).allMatch(page -> page.lacing().size() <= 16);
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  @Test
  void paddingKeepsThePacketsSize() throws Exception {
    byte[] vorbis =
        OggBytes.vorbis(CommentBytes.join(comment("a=b"), FRAMING, new byte[500]), 3).bytes();
    byte[] opus = OggBytes.opus(CommentBytes.join(comment("a=b"), new byte[500]), 3).bytes();
    for (byte[] original : List.of(vorbis, opus)) {
      try (Tagged before = new Tagged(CODEC, original);
          Tagged edited = before.set(GENRE, "Jazz", "Swing");
          Tagged back = edited.restore(before.snapshot());
          Tagged grown = before.set(GENRE, "x".repeat(600))) {
        assertThat(edited.bytes()).hasSameSizeAs(original);
        assertThat(edited.snapshot().others()).isEqualTo(before.snapshot().others());
        assertThat(back.bytes()).isEqualTo(original);
        assertThat(grown.snapshot().others()).isEqualTo(before.snapshot().others());
      }
    }
  }

  @Test
  void dataBehindOpusCommentsIsAnItem() throws Exception {
    byte[] data = {1, 2, 3, 0, 0};
    byte[] original = OggBytes.opus(CommentBytes.join(comment("a=b"), data), 3).bytes();
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "Jazz")) {
      assertThat(edited.snapshot().others())
          .isEqualTo(before.snapshot().others())
          .extracting(RawItem::key)
          .endsWith("data after the comments");
    }
  }

  @Test
  void chainedStreamsAreCarriedOver() throws Exception {
    byte[] second = OggBytes.opus(comment("GENRE=Second"), 3).bytes();
    byte[] original = CommentBytes.join(vorbisFile(4, "GENRE=First"), second);
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "x".repeat(70_000));
        Tagged back = edited.restore(before.snapshot())) {
      assertThat(before.state(GENRE).values()).containsExactly("First");
      assertThat(edited.bytes()).endsWith(second);
      assertThat(edited.snapshot().audioHash()).isEqualTo(before.snapshot().audioHash());
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  @Test
  void aDamagedAudioPageStaysDamaged() throws Exception {
    byte[] original = vorbisFile(4, "a=b");
    original[original.length - 5] ^= 1;
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "x".repeat(70_000));
        Tagged back = edited.restore(before.snapshot())) {
      assertThat(edited.snapshot().audioHash()).isEqualTo(before.snapshot().audioHash());
      assertThatThrownBy(() -> OggBytes.parse(edited.bytes()))
          .hasMessageStartingWith("wrong checksum");
      assertThat(back.bytes()).isEqualTo(original);
    }
  }

  /** Pages behind such bytes would keep numbers that others have then. */
  @Test
  void strayBytesBetweenPagesAreNoPlaceToEndRenumbering() throws Exception {
    byte[] first = vorbisFile(6, "title=x");
    int at = audioFrom(first, 4);
    byte[] stray =
        CommentBytes.join(
            Arrays.copyOf(first, at),
            new byte[] {9, 9, 9},
            Arrays.copyOfRange(first, at, first.length));
    try (Tagged before = new Tagged(CODEC, stray);
        Tagged small = before.set(GENRE, "Jazz");
        Tagged back = small.restore(before.snapshot())) {
      assertThat(small.snapshot().audioHash()).isEqualTo(before.snapshot().audioHash());
      assertThat(back.bytes()).isEqualTo(stray);
      assertThatThrownBy(() -> before.set(GENRE, "g".repeat(131_000)))
          .isInstanceOfSatisfying(
              TagException.class, e -> assertThat(e.code()).isEqualTo("malformed-tag"));
    }
  }

  @Test
  void aCutOffLastPageIsCarriedOver() throws Exception {
    byte[] whole = vorbisFile(4, "a=b");
    byte[] original = Arrays.copyOf(whole, whole.length - 100);
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "x".repeat(70_000))) {
      assertThat(edited.snapshot().audioHash()).isEqualTo(before.snapshot().audioHash());
      assertThat(edited.bytes()).endsWith(tail(original, 300));
    }
  }

  @Test
  void aStreamOfHeadersOnlyKeepsItsEnd() throws Exception {
    byte[] original =
        new OggBytes(3)
            .page(2, 0, CommentBytes.join(OggBytes.magic("OpusHead"), new byte[11]))
            .packets(4, 255, CommentBytes.join(OggBytes.magic("OpusTags"), comment("a=b")))
            .bytes();
    try (Tagged before = new Tagged(CODEC, original);
        Tagged edited = before.set(GENRE, "x".repeat(70_000))) {
      List<OggBytes.Page> pages = OggBytes.parse(edited.bytes());
      assertThat(pages).extracting(OggBytes.Page::flags).containsExactly(2, 0, 5);
    }
  }

  @Test
  void refusesOtherStructures() {
    byte[] flac = new OggBytes(1).page(2, 0, OggBytes.packet("\177FLAC", 60)).audio(2).bytes();
    byte[] speex = new OggBytes(1).page(2, 0, OggBytes.packet("Speex   ", 72)).audio(2).bytes();
    Refusals.assertRefused(CODEC, flac, "unsupported-format");
    Refusals.assertRefused(CODEC, speex, "unsupported-format");

    byte[] sideBySide =
        CommentBytes.join(
            new OggBytes(1).page(2, 0, OggBytes.packet("\1vorbis", 23)).bytes(),
            new OggBytes(2).page(2, 0, OggBytes.packet("\200theora", 35)).bytes());
    Refusals.assertRefused(CODEC, sideBySide, "unsupported-structure");

    byte[] foreignPage = new OggBytes(9).page(0, 7, new byte[50]).bytes();
    byte[] mixed = vorbisFile(3, "a=b");
    int at = audioFrom(mixed, 2);
    byte[] woven =
        CommentBytes.join(
            Arrays.copyOf(mixed, at), foreignPage, Arrays.copyOfRange(mixed, at, mixed.length));
    try (Tagged file = new Tagged(CODEC, woven)) {
      assertThatThrownBy(file::snapshot).hasMessageContaining("mixed");
    }
  }

  @Test
  void refusesAudioOnAHeaderPage() {
    byte[] tags = CommentBytes.join(OggBytes.magic("OpusTags"), comment("a=b"));
    byte[] original =
        new OggBytes(1)
            .page(2, 0, CommentBytes.join(OggBytes.magic("OpusHead"), new byte[11]))
            .page(0, 960, tags, new byte[90])
            .audio(2)
            .bytes();
    Refusals.assertRefused(CODEC, original, "unsupported-structure");
  }

  @Test
  void everyTruncationAndEveryFlippedBitOfTheHeadersIsRefused() {
    byte[] whole = OggBytes.opus(comment("a=b", "genre=Rock"), 2).bytes();
    int headers = audioFrom(whole, 2);
    for (int length = 0; length < headers; length++) {
      Refusals.assertRefused(CODEC, Arrays.copyOf(whole, length), "malformed-tag");
      byte[] flipped = whole.clone();
      flipped[length] ^= 0x10;
      Refusals.assertRefused(CODEC, flipped, "malformed-tag");
    }
  }

  @Test
  void lengthsBeyondThePacketAreRefused() {
    byte[] sound = comment("a=b", "genre=Rock");
    int count = 4 + "Xiph.Org libVorbis".length();
    for (int at : new int[] {0, count, count + 4, count + 11}) {
      for (int value : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1000}) {
        byte[] wrong = sound.clone();
        System.arraycopy(CommentBytes.le32(value), 0, wrong, at, 4);
        Refusals.assertRefused(CODEC, OggBytes.opus(wrong, 2).bytes(), "malformed-tag");
      }
    }
  }

  @Test
  void endlessEmptyPagesAreRefused() {
    OggBytes ogg = new OggBytes(1).page(2, 0, OggBytes.packet("\1vorbis", 23));
    for (int i = 0; i < 70_000; i++) {
      ogg.rawPage(0, -1, new byte[0], new byte[0]);
    }
    Refusals.assertRefused(CODEC, ogg.bytes(), "malformed-tag");
  }

  @Test
  void recognisesOggByContent() {
    assertThat(CODEC.recognises(vorbisFile(1, "a=b"), "mp3")).isTrue();
    assertThat(CODEC.recognises("ID3".getBytes(StandardCharsets.US_ASCII), "ogg")).isFalse();
  }

  /** Offset of the n-th page. */
  private static int audioFrom(byte[] bytes, int pages) {
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    for (OggBytes.Page page : OggBytes.parse(bytes)) {
      starts.add(at);
      at += 27 + page.lacing().size() + page.body().length();
    }
    return starts.get(pages);
  }

  private static byte[] tail(byte[] bytes, int length) {
    return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
  }
}
