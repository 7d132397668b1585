package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.tag.id3.TagBytes.aiff;
import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.comm;
import static org.tonearm.tag.id3.TagBytes.fmt;
import static org.tonearm.tag.id3.TagBytes.iff;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.little;
import static org.tonearm.tag.id3.TagBytes.mpeg;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.riff;
import static org.tonearm.tag.id3.TagBytes.samples;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;
import static org.tonearm.tag.id3.TagBytes.wav;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.secondreader.ByCodecReader;
import org.tonearm.tag.undo.Undo;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;

/** Files whose title, artist and genre stand in tags of another kind than the one written. */
class OlderTagsTest {
  private static final CodecRegistry CODECS =
      new CodecRegistry(List.of(new Mp3Codec(), new WavCodec(), new AiffCodec()));
  private static final int TECHNO = 18;
  private static final byte[] ID3V1 = id3v1("Caf\u00e9", "Artist  ", "Album", "1999", TECHNO);
  private static final byte[] INFO =
      riff(
          "LIST",
          join(
              latin("INFO"),
              riff("INAM", latin("Caf\u00c3\u00a9\0")),
              riff("IART", latin("Artist\0")),
              riff("IPRD", latin("Album\0")),
              riff("ICRD", latin("1999-05-01\0")),
              riff("IPRT", latin("7\0")),
              riff("IGNR", latin("Techno\0"))));

  /** An artist twice, a text with something behind its end, and zeros behind the last. */
  private static final byte[] LOOSE =
      riff(
          "LIST",
          join(
              latin("INFO"),
              riff("INAM", latin("Caf\u00c3\u00a9\0junk\0")),
              riff("IART", latin("Another\0")),
              riff("IART", latin("Artist\0")),
              riff("IPRD", latin("Album\0")),
              riff("IGNR", latin("Techno\0")),
              padding(2)));

  private static final byte[] DATA = riff("data", samples(8000));

  @TempDir private Path folder;

  private static byte[] id3v1(String title, String artist, String album, String year, int genre) {
    return join(
        latin("TAG"),
        Arrays.copyOf(latin(title), 30),
        Arrays.copyOf(latin(artist), 30),
        Arrays.copyOf(latin(album), 30),
        latin(year),
        Arrays.copyOf(latin("a comment"), 28),
        bytes(0, 7, genre));
  }

  /** An APE tag without header, of texts in UTF-8 and one binary item. */
  private static byte[] ape(String... texts) {
    byte[] items = join(little(3), little(2), latin("Album\0"), bytes(1, 2, 3));
    for (int i = 0; i < texts.length; i += 2) {
      byte[] value = texts[i + 1].getBytes(StandardCharsets.UTF_8);
      items = join(items, little(value.length), little(0), latin(texts[i] + "\0"), value);
    }
    int count = texts.length / 2 + 1;
    return join(
        items,
        latin("APETAGEX"),
        little(2000),
        little(items.length + 32L),
        little(count),
        padding(12));
  }

  /** The same with an image as its front cover. */
  private static byte[] covered(byte[] image, String... texts) {
    byte[] plain = ape(texts);
    byte[] value = join(latin("front.png\0"), image);
    byte[] item = join(little(value.length), little(2), latin("Cover Art (Front)\0"), value);
    byte[] items = join(item, Arrays.copyOf(plain, plain.length - 32));
    return join(
        items,
        latin("APETAGEX"),
        little(2000),
        little(items.length + 32L),
        little(texts.length / 2 + 2),
        padding(12));
  }

  private static List<String> values(byte[] file, TagField field) throws TagException {
    return Edited.with(new Mp3Codec()).read(file).fields().get(field).values();
  }

  @Test
  void whatId3v1SaysCountsWhereThereIsNothingElse() throws TagException {
    byte[] file = join(mpeg(6), ID3V1);

    assertThat(values(file, TagField.GENRE)).containsExactly("Techno");
    assertThat(values(file, TagField.COMMENT)).containsExactly("a comment");
    assertThat(values(join(tag(4, 0, text(4, "TIT2", "a")), file), TagField.GENRE)).isEmpty();
  }

  @Test
  void noGenreIsMadeOfANumberWithoutMeaning() throws TagException {
    assertThat(values(join(mpeg(6), id3v1("a", "", "", "", 255)), TagField.GENRE)).isEmpty();
    assertThat(values(join(mpeg(6), id3v1("a", "", "", "", 192)), TagField.GENRE)).isEmpty();
  }

  @Test
  void whatApeSaysCountsBeforeId3v1() throws TagException {
    byte[] ape = ape("genre", "D\u00fcster\0Rock; Pop", "MOOD", "Calm", "Comment", "longer");
    byte[] file = join(mpeg(6), ape, ID3V1);

    assertThat(values(file, TagField.GENRE)).containsExactly("D\u00fcster", "Rock", "Pop");
    assertThat(values(file, TagField.MOOD)).containsExactly("Calm");
    assertThat(values(file, TagField.COMMENT)).containsExactly("longer");
  }

  @Test
  void aMadeTagTakesOverId3v1InItsOwnBytes() throws TagException {
    byte[] edited = Edited.with(new Mp3Codec()).set(join(mpeg(6), ID3V1), TagField.MOOD, "Calm");

    assertThat(edited)
        .contains(
            join(
                text(4, "TIT2", "Caf\u00e9"),
                text(4, "TPE1", "Artist"),
                text(4, "TALB", "Album"),
                text(4, "TDRC", "1999"),
                text(4, "TRCK", "7"),
                text(4, "TCON", "Techno"),
                text(4, "TMOO", "Calm")))
        .endsWith(ID3V1);
  }

  @Test
  void aMadeTagOf23SaysTheYearAndJoinsValues() throws TagException {
    TagProfile old = new TagProfile("; ", "MOOD", 3, TagProfile.ModificationTime.KEPT);
    byte[] ape =
        ape("Artist", "One\0Two", "Year", "1999-05-01", "Track", "3/12", "Title", "\u03bb");
    byte[] edited = Edited.with(new Mp3Codec(), old).set(join(mpeg(6), ape), TagField.GENRE, "Dub");

    assertThat(edited)
        .contains(text(3, "TIT2", 1, "\u03bb"))
        .contains(text(3, "TPE1", "One; Two"))
        .contains(text(3, "TYER", "1999"))
        .contains(text(3, "TRCK", "3/12"))
        .contains(text(3, "TCON", "Dub"));
  }

  @ParameterizedTest
  @CsvSource({"around 1999, A1", "0000, 0", "0000-05-01, 0/12"})
  void yearsAndNumbersOfAnotherFormAreLeftOut(String year, String track) throws TagException {
    byte[] ape = ape("Year", year, "Track", track, "Title", "Song");
    byte[] edited = Edited.with(new Mp3Codec()).set(join(mpeg(6), ape), TagField.GENRE, "Dub");

    assertThat(edited).contains(text(4, "TIT2", "Song"));
    assertThat(new String(edited, StandardCharsets.ISO_8859_1)).doesNotContain("TDRC", "TRCK");
  }

  @Test
  void aNumberInApeIsTheGenreOfId3v1() throws TagException {
    byte[] file = join(mpeg(6), ape("Genre", "17"));

    assertThat(values(file, TagField.GENRE)).containsExactly("Rock");
    assertThat(Edited.with(new Mp3Codec()).set(file, TagField.MOOD, "Calm"))
        .contains(text(4, "TCON", "Rock"));
  }

  /** Such as a code page, which some programs guess. */
  @Test
  void lettersThatAreNotUtf8KeepTheirBytes() throws TagException {
    byte[] old = ID3V1.clone();
    System.arraycopy(latin("\u00cf\u00f0\u00e8\0"), 0, old, 97, 4);
    byte[] info = riff("LIST", join(latin("INFO"), riff("INAM", latin("Don\u0092t\0"))));

    assertThat(Edited.with(new Mp3Codec()).set(join(mpeg(6), old), TagField.MOOD, "Calm"))
        .contains(latin("\0eng\0\u00cf\u00f0\u00e8"));
    assertThat(Edited.with(new WavCodec()).set(wav(fmt(), info, DATA), TagField.MOOD, "Calm"))
        .contains(text(4, "TIT2", "Don\u0092t"));
  }

  @Test
  void aNameInAnAiffIsInTheLettersOfItsTime() throws TagException {
    byte[] name = iff("NAME", latin("Caf\u008e"));
    byte[] file = aiff("AIFF", name, comm(4000), iff("SSND", join(padding(8), samples(8000))));

    assertThat(Edited.with(new AiffCodec()).set(file, TagField.MOOD, "Calm"))
        .contains(latin("Caf\u00c3\u00a9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"v1.mp3", "utf8.mp3", "ape.mp3", "both.mp3", "info.wav", "loose.wav", "name.aiff"})
  void programsShowWhatTheyShowedAndUndoGivesTheFileBack(String name) throws Exception {
    byte[] original = file(name);
    Path file = Files.write(folder.resolve(name), original);
    for (TagField field : List.of(TagField.MOOD, TagField.GENRE)) {
      try (Journal journal = Journal.open(folder.resolve(name + field + ".db"))) {
        TagWriter writer = new TagWriter(CODECS, new ByCodecReader(CODECS));
        JournalRun run = journal.begin("tag");
        write(writer, file, field, run);
        run.finish();

        Tag shown = new AudioFileIO().readFile(file.toFile()).getTag();
        assertThat(shown.getFirst(FieldKey.TITLE)).isEqualTo("Caf\u00e9");
        assertThat(shown.getFirst(FieldKey.ARTIST)).isEqualTo("Artist");
        boolean named = name.endsWith(".aiff");
        assertThat(shown.getFirst(FieldKey.ALBUM)).isEqualTo(named ? "" : "Album");
        assertThat(shown.getFirst(FieldKey.GENRE))
            .isEqualTo(field == TagField.GENRE ? "Calm" : named ? "" : "Techno");
        new Undo(journal, CODECS, writer).undo(run.id(), false, UndoListener.NONE);
        assertThat(file).hasBinaryContent(original);
      }
    }
  }

  private static byte[] file(String name) {
    byte[] texts =
        ape("Title", "Caf\u00e9", "Artist", "Artist", "Album", "Album", "Genre", "Techno");
    return switch (name) {
      case "v1.mp3" -> join(mpeg(20), ID3V1);
      case "utf8.mp3" ->
          join(mpeg(20), id3v1("Caf\u00c3\u00a9", "Artist", "Album", "1999", TECHNO));
      case "ape.mp3" -> join(mpeg(20), texts);
      case "both.mp3" -> join(mpeg(20), texts, id3v1("Cut", "Off", "Here", "1999", 255));
      case "info.wav" -> wav(fmt(), INFO, DATA);
      case "loose.wav" -> wav(fmt(), LOOSE, DATA);
      default ->
          aiff(
              "AIFF",
              iff("NAME", latin("Caf\u00c3\u00a9")),
              comm(4000),
              iff("AUTH", latin("Artist")),
              iff("SSND", join(padding(8), samples(8000))));
    };
  }

  private static void write(TagWriter writer, Path file, TagField field, JournalRun run)
      throws TagException {
    TagSnapshot before = CODECS.codecFor(file).read(file, TagProfile.DEFAULT);
    List<String> present = before.fields().get(field).values();
    FieldChange change = new FieldChange(field, present, List.of("Calm"), "a test");
    writer.write(
        new TagPlan(new Track(file, "test"), before, List.of(change)),
        TagProfile.DEFAULT,
        WriteOptions.DEFAULT,
        run);
  }

  @Test
  void undoKeepsATitleThatWasChangedSince() throws TagException {
    Edited mp3 = Edited.with(new Mp3Codec());
    byte[] file = join(mpeg(6), ID3V1);
    byte[] edited = mp3.set(file, TagField.MOOD, "Calm");
    byte[] retitled = edited.clone();
    int title = new String(edited, StandardCharsets.ISO_8859_1).indexOf("Caf\u00e9");
    retitled[title] = 'K';

    byte[] undone = mp3.takenBack(retitled, file);

    assertThat(undone).contains(text(4, "TIT2", "Kaf\u00e9")).contains(text(4, "TPE1", "Artist"));
    assertThat(mp3.takenBack(edited, file)).isEqualTo(file);
  }

  /** To take a genre out is no undo: the older one must not come back. */
  @Test
  void aGenreThatIsTakenOutStaysOut() throws TagException {
    Edited mp3 = Edited.with(new Mp3Codec());
    byte[] edited = mp3.set(join(mpeg(6), ID3V1), TagField.GENRE, "Dub");
    TagEdit.Change out = new TagEdit.Restore(FieldState.ABSENT);

    byte[] without = mp3.apply(edited, new TagEdit(Map.of(TagField.GENRE, out)));

    assertThat(values(without, TagField.GENRE)).isEmpty();
    assertThat(without).contains(text(4, "TPE1", "Artist"));
  }

  @Test
  void aTagOfAnotherProgramThatSaysTheSameIsNotDropped() throws TagException {
    Edited mp3 = Edited.with(new Mp3Codec());
    byte[] title = text(4, "TIT2", "Caf\u00e9");
    byte[] theirs = tag(4, 0, title, padding(1024 + 74 - 10 - title.length));
    byte[] file = join(theirs, mpeg(6), ID3V1);

    byte[] edited = mp3.set(file, TagField.MOOD, "Calm");
    byte[] undone = mp3.restore(edited, mp3.read(file));

    assertThat(mp3.read(undone).others()).isEqualTo(mp3.read(file).others());
  }

  /** The codec's word for it is not enough. */
  @Test
  void aCopyThatHidesTheTitleIsThrownAway() throws Exception {
    Path file = Files.write(folder.resolve("song.wav"), file("info.wav"));
    SecondReader blind = new ByCodecReader(CODECS);
    SecondReader other =
        new SecondReader() {
          @Override
          public Optional<Map<TagField, List<String>>> read(Path copy) throws IOException {
            return blind.read(copy);
          }

          @Override
          public Map<String, String> credits(Path seen) {
            return seen.equals(file) ? Map.of("title", "Caf\u00e9") : Map.of();
          }
        };
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      JournalRun run = journal.begin("tag");
      assertThatThrownBy(() -> write(new TagWriter(CODECS, other), file, TagField.MOOD, run))
          .isInstanceOf(TagException.class)
          .hasMessageContaining("no longer sees the title");
    }
    assertThat(file).hasBinaryContent(file("info.wav"));
  }

  @Test
  void otherProgramsSeeOfAnApeTagWhatTheySawBefore() throws Exception {
    byte[] image = join(bytes(0x89, 'P', 'N', 'G'), samples(100));
    byte[] content =
        join(
            mpeg(6),
            covered(
                image,
                "Title",
                "Caf\u00e9",
                "Album Artist",
                "Various",
                "Composer",
                "Someone",
                "Disc",
                "2/3",
                "REPLAYGAIN_TRACK_GAIN",
                "-7.50 dB",
                "replaygain_album_peak",
                "0.98"));
    Path file = Files.write(folder.resolve("ape.mp3"), content);
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      JournalRun run = journal.begin("tag");
      write(new TagWriter(CODECS, new ByCodecReader(CODECS)), file, TagField.GENRE, run);
      run.finish();
      Tag tag = AudioFileIO.read(file.toFile()).getTag();
      assertThat(tag.getFirst(FieldKey.TITLE)).isEqualTo("Caf\u00e9");
      assertThat(tag.getFirst(FieldKey.ALBUM_ARTIST)).isEqualTo("Various");
      assertThat(tag.getFirst(FieldKey.COMPOSER)).isEqualTo("Someone");
      assertThat(tag.getFirst(FieldKey.DISC_NO)).isEqualTo("2");
      assertThat(tag.getFirst(FieldKey.DISC_TOTAL)).isEqualTo("3");
      assertThat(tag.getFirstArtwork().getBinaryData()).isEqualTo(image);
      assertThat(tag.getFirstArtwork().getMimeType()).isEqualTo("image/png");
      assertThat(tag.getFirstArtwork().getPictureType()).isEqualTo(3);
      byte[] written = Files.readAllBytes(file);
      assertThat(new String(written, StandardCharsets.ISO_8859_1))
          .contains("REPLAYGAIN_TRACK_GAIN\0-7.50 dB")
          .contains("REPLAYGAIN_ALBUM_PEAK\0000.98");
      new Undo(journal, CODECS, new TagWriter(CODECS, SecondReader.NONE))
          .undo(run.id(), false, UndoListener.NONE);
    }
    assertThat(file).hasBinaryContent(content);
  }

  @ParameterizedTest
  @CsvSource({
    "'name\0\u0089PNG rest', image/png, 9",
    "'\u00FF\u00D8\u00FF\u00E0\0JFIF', image/jpeg, 9",
    "'x.webp\0RIFF\0\0\0\0WEBPVP8', image/webp, 15",
    "'name\0no image', , ",
    "'no end of a name', , ",
    "'\0', , "
  })
  void takesAPictureForWhatItBeginsAs(String item, String mime, Integer length) {
    byte[] value = item.getBytes(StandardCharsets.ISO_8859_1);
    byte[] items = join(little(value.length), little(2), latin("COVER ART (FRONT)\0"), value);
    Optional<OlderTag.Cover> cover = ApeTexts.read(items).front();
    assertThat(cover.map(OlderTag.Cover::mime)).isEqualTo(Optional.ofNullable(mime));
    assertThat(cover.map(c -> c.image().length)).isEqualTo(Optional.ofNullable(length));
  }

  @Test
  void theFramesTakenOverAreWhatIsExpectedOfACopy() throws Exception {
    Path file = Files.write(folder.resolve("song.mp3"), file("v1.mp3"));
    TagCodec codec = new Mp3Codec();
    TagSnapshot before = codec.read(file, TagProfile.DEFAULT);
    TagEdit edit = new TagEdit(Map.of(TagField.MOOD, new TagEdit.SetValues(List.of("Calm"))));
    Path copy = folder.resolve("copy.mp3");
    codec.rewrite(file, copy, edit, TagProfile.DEFAULT);

    TagSnapshot expected = codec.expected(file, before, edit, TagProfile.DEFAULT);

    assertThat(expected.others().stream().map(TagSnapshot.RawItem::key))
        .containsExactly("TIT2", "TPE1", "TALB", "TDRC", "TRCK", "ID3v1");
    assertThat(codec.read(copy, TagProfile.DEFAULT).others()).isEqualTo(expected.others());
    assertThat(expected.fields().get(TagField.GENRE).absent()).isFalse();
  }
}
