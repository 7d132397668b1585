package org.tonearm.tag.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.id3.Mp3Codec;
import org.tonearm.tag.id3.WavCodec;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;

/** What ID3v1 or LIST/INFO alone said is said again, though a tag that was made has to stay. */
class UndoWithOlderTagsTest {
  private static final CodecRegistry CODECS =
      new CodecRegistry(List.of(new Mp3Codec(), new WavCodec()));
  private static final TagWriter WRITER = new TagWriter(CODECS, SecondReader.NONE);
  private static final int ROCK = 17;

  @TempDir private Path folder;
  private Journal journal;

  @BeforeEach
  void openJournal() throws Exception {
    journal = Journal.open(folder.resolve("journal.db"));
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  @ParameterizedTest
  @CsvSource({
    "song.mp3, title", "song.mp3, frame", "song.mp3, mood",
    "song.wav, title", "song.wav, frame", "song.wav, mood"
  })
  void aTagThatStaysGoesOnSayingIt(String name, String touched) throws Exception {
    Path file = Files.write(folder.resolve(name), original(name));
    TagSnapshot before = read(file);
    assertThat(before.fields().get(TagField.GENRE).values()).containsExactly("Rock");
    assertThat(before.fields().get(TagField.COMMENT).values()).containsExactly("a comment");
    long run = tag(file);
    touch(file, touched);
    List<TagSnapshot.RawItem> others = read(file).others();

    UndoReport report = new Undo(journal, CODECS, WRITER).undo(run, false, UndoListener.NONE);

    assertThat(report.failed()).isZero();
    assertThat(report.conflicting()).isEqualTo(touched.equals("mood") ? 1 : 0);
    TagSnapshot after = read(file);
    assertThat(after.others()).isEqualTo(others);
    assertThat(after.fields().get(TagField.GENRE).values()).containsExactly("Rock");
    assertThat(after.fields().get(TagField.COMMENT).values()).containsExactly("a comment");
    assertThat(after.fields().get(TagField.MOOD).values())
        .isEqualTo(touched.equals("mood") ? List.of("Cold") : List.of());
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertThat(text).containsPattern("TCON[^A-Z]+Rock");
  }

  @ParameterizedTest
  @ValueSource(strings = {"song.mp3", "song.wav"})
  void aTagThatNobodyTouchedGoes(String name) throws Exception {
    Path file = Files.write(folder.resolve(name), original(name));
    long run = tag(file);

    new Undo(journal, CODECS, WRITER).undo(run, false, UndoListener.NONE);

    assertThat(file).hasBinaryContent(original(name));
  }

  /** ID3v1 would say another genre once the tag is gone. */
  @Test
  void aTagStaysIfNothingElseSaysItAnyMore() throws Exception {
    Path file = Files.write(folder.resolve("song.mp3"), original("song.mp3"));
    long run = tag(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] = ROCK + 1;
    Files.write(file, bytes);

    UndoReport report = new Undo(journal, CODECS, WRITER).undo(run, false, UndoListener.NONE);

    assertThat(report.restored()).isEqualTo(1);
    assertThat(read(file).fields().get(TagField.GENRE).values()).containsExactly("Rock");
  }

  /** Somebody took the new word out again by hand. */
  @Test
  void aGenreThatWasPutBackInTheTagIsBack() throws Exception {
    Path file = Files.write(folder.resolve("song.mp3"), original("song.mp3"));
    long run = tag(file);
    replace(file, "Rock\0Pop", "Rock\0\0\0\0");

    UndoReport report = new Undo(journal, CODECS, WRITER).undo(run, false, UndoListener.NONE);

    assertThat(report.conflicting()).isZero();
    assertThat(read(file).fields().get(TagField.GENRE).values()).containsExactly("Rock");
  }

  private long tag(Path file) throws Exception {
    TagSnapshot before = read(file);
    List<FieldChange> changes = new ArrayList<>();
    Map.of(
            TagField.GENRE, List.of("Rock", "Pop"),
            TagField.MOOD, List.of("Calm"),
            TagField.COMMENT, List.of("another"))
        .forEach(
            (field, values) ->
                changes.add(
                    new FieldChange(field, before.fields().get(field).values(), values, "a test")));
    JournalRun run = journal.begin("tag");
    TagPlan plan = new TagPlan(new Track(file, "test"), before, changes);
    WRITER.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
    run.finish();
    return run.id();
  }

  /** What another program does. */
  private static void touch(Path file, String what) throws Exception {
    switch (what) {
      case "title" -> replace(file, "Song", "Sang");
      case "mood" -> replace(file, "Calm", "Cold");
      case "frame" -> replace(file, "\0".repeat(18), "TPUB\0\0\0\7\0\0\3Label\0\0");
      default -> throw new IllegalArgumentException(what);
    }
  }

  private static void replace(Path file, String old, String now) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int tag = text.indexOf("ID3\4");
    int at = text.indexOf(old, tag);
    System.arraycopy(latin(now), 0, bytes, at, old.length());
    Files.write(file, bytes);
  }

  private static TagSnapshot read(Path file) throws Exception {
    return CODECS.codecFor(file).read(file, TagProfile.DEFAULT);
  }

  private static byte[] original(String name) {
    if (name.endsWith(".wav")) {
      byte[] format = {1, 0, 1, 0, 64, 31, 0, 0, -128, 62, 0, 0, 2, 0, 16, 0};
      byte[] info =
          join(
              latin("INFO"),
              chunk("INAM", latin("Song\0")),
              chunk("ICMT", latin("a comment\0")),
              chunk("IGNR", latin("Rock\0")));
      return chunk(
          "RIFF",
          join(
              latin("WAVE"),
              chunk("fmt ", format),
              chunk("LIST", info),
              chunk("data", new byte[400])));
    }
    byte[] frame = Arrays.copyOf(new byte[] {-1, -5, -112, 100}, 417);
    byte[] v1 = Arrays.copyOf(latin("TAGSong"), 128);
    System.arraycopy(latin("a comment"), 0, v1, 97, 9);
    v1[127] = ROCK;
    return join(frame, frame, frame, frame, frame, frame, v1);
  }

  private static byte[] chunk(String id, byte[] data) {
    return ByteBuffer.allocate(8 + data.length + (data.length & 1))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(latin(id))
        .putInt(data.length)
        .put(data)
        .array();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
