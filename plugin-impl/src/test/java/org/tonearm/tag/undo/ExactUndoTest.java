package org.tonearm.tag.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.audio.EncodedAudio;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.id3.AiffCodec;
import org.tonearm.tag.id3.Mp3Codec;
import org.tonearm.tag.id3.WavCodec;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.mp4.Mp4Codec;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;
import org.tonearm.tag.xiph.FlacCodec;
import org.tonearm.tag.xiph.OggCodec;

/** Files as an encoder makes them are the same to the byte after tagging and undo. */
class ExactUndoTest {
  private static final int RATE = 44_100;
  private static final CodecRegistry CODECS =
      new CodecRegistry(
          List.of(
              new Mp3Codec(),
              new WavCodec(),
              new AiffCodec(),
              new FlacCodec(),
              new OggCodec(),
              new Mp4Codec()));
  private static final TagWriter WRITER = new TagWriter(CODECS, SecondReader.NONE);

  @TempDir private Path folder;
  private Path database;
  private Journal journal;

  @BeforeEach
  void openJournal() throws Exception {
    database = folder.resolve("journal.db");
    journal = Journal.open(database);
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = EncodeFormat.class,
      names = {"MP3", "FLAC", "OGG_VORBIS", "OPUS", "M4A_AAC", "M4A_ALAC", "WAV", "AIFF"})
  void runAfterRunIsTakenBackToTheByte(EncodeFormat format) throws Exception {
    for (Id3Version version : Id3Version.values()) {
      for (String title : List.of("", "Song", "t".repeat(150_000))) {
        Map<String, String> tags =
            title.isEmpty() ? Map.of() : Map.of("title", title, "genre", "Other", "comment", "x");
        Path file = folder.resolve("song." + format.extension());
        float[][] sound = {EncodedAudio.glide(200, 2_000, 0.5, 0.7, RATE)};
        new AudioEncoder().encode(file, format, sound, RATE, version, tags);
        roundTrip(file);
        if (format == EncodeFormat.FLAC) {
          Files.write(file, withoutPadding(Files.readAllBytes(file)));
          roundTrip(file);
        }
      }
      if (format != EncodeFormat.MP3) {
        break; // the version is for MP3 alone
      }
    }
  }

  private void roundTrip(Path file) throws Exception {
    byte[] original = Files.readAllBytes(file);
    long first = tag(file, "Jazz", "n".repeat(3_000));
    byte[] between = Files.readAllBytes(file);
    long second = tag(file, "Drum & Bass", "m".repeat(9_000));

    undo(second);
    assertSame(file, between);
    undo(first);
    assertSame(file, original);
    JournalEntry entry = journal.entries(first).get(0);
    assertThat(entry.layout().bytes()).hasSizeBetween(1, 1_000);
  }

  @Test
  void whatAnotherProgramAddedSinceStays() throws Exception {
    Path file = folder.resolve("song.flac");
    float[][] sound = {EncodedAudio.glide(200, 2_000, 0.5, 0.7, RATE)};
    new AudioEncoder().encode(file, EncodeFormat.FLAC, sound, RATE);
    long run = tag(file, "Jazz", "n".repeat(30_000));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, withBlock(bytes, new byte[] {2, 0, 0, 6, 'T', 'e', 's', 't', 1, 2}));
    TagSnapshot before = CODECS.codecFor(file).read(file, TagProfile.DEFAULT);

    undo(run);

    TagSnapshot after = CODECS.codecFor(file).read(file, TagProfile.DEFAULT);
    assertThat(after.others()).isEqualTo(before.others());
    assertThat(after.fields().get(TagField.GENRE).absent()).isTrue();
  }

  @Test
  void withoutTheLayoutOrWithNonsenseTheFieldsComeBack() throws Exception {
    for (EncodeFormat format :
        List.of(
            EncodeFormat.MP3,
            EncodeFormat.WAV,
            EncodeFormat.FLAC,
            EncodeFormat.OPUS,
            EncodeFormat.M4A_AAC)) {
      Path file = folder.resolve("song." + format.extension());
      float[][] sound = {EncodedAudio.glide(200, 2_000, 0.5, 0.7, RATE)};
      new AudioEncoder().encode(file, format, sound, RATE);
      byte[] original = Files.readAllBytes(file);
      for (String layout : List.of("NULL", "x''", "x'01'", "x'0102030405060708'")) {
        Files.write(file, original);
        TagSnapshot before = CODECS.codecFor(file).read(file, TagProfile.DEFAULT);
        long run = tag(file, "Jazz", "n".repeat(3_000));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
          connection.createStatement().execute("UPDATE entry SET layout = " + layout);
        }

        undo(run);

        assertThat(CODECS.codecFor(file).read(file, TagProfile.DEFAULT)).isEqualTo(before);
      }
    }
  }

  private void undo(long run) throws Exception {
    UndoReport report = new Undo(journal, CODECS, WRITER).undo(run, false, UndoListener.NONE);
    assertThat(report.failed()).isZero();
    assertThat(report.conflicting()).isZero();
  }

  private long tag(Path file, String genre, String comment) throws Exception {
    TagSnapshot before = CODECS.codecFor(file).read(file, TagProfile.DEFAULT);
    List<FieldChange> changes = new ArrayList<>();
    Map<TagField, String> wishes =
        Map.of(TagField.GENRE, genre, TagField.MOOD, "Calm", TagField.COMMENT, comment);
    wishes.forEach(
        (field, value) ->
            changes.add(
                new FieldChange(
                    field, before.fields().get(field).values(), List.of(value), "a test")));
    JournalRun run = journal.begin("tag");
    TagPlan plan = new TagPlan(new Track(file, "test"), before, changes);
    WRITER.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
    run.finish();
    return run.id();
  }

  private static void assertSame(Path file, byte[] expected) throws Exception {
    // Not isEqualTo, which would print both files.
    assertThat(Arrays.mismatch(Files.readAllBytes(file), expected))
        .as("first other byte of " + file.getFileName())
        .isEqualTo(-1);
  }

  /** A FLAC file whose encoder left no room. */
  private static byte[] withoutPadding(byte[] flac) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(flac, 0, 4);
    int at = 4;
    int lastHeader = 0;
    boolean last = false;
    while (!last) {
      last = flac[at] < 0;
      int length = length(flac, at);
      if ((flac[at] & 0x7F) != 1) {
        lastHeader = out.size();
        out.write(flac[at] & 0x7F);
        out.write(flac, at + 1, length + 3);
      }
      at += 4 + length;
    }
    out.write(flac, at, flac.length - at);
    byte[] bytes = out.toByteArray();
    bytes[lastHeader] |= (byte) 0x80;
    return bytes;
  }

  /** A FLAC file with a block more, behind its STREAMINFO; as long as before. */
  private static byte[] withBlock(byte[] flac, byte[] block) {
    int at = 4;
    while ((flac[at] & 0x7F) != 1) {
      at += 4 + length(flac, at);
    }
    int length = length(flac, at) - block.length;
    byte[] out = flac.clone();
    int behind = 4 + 4 + length(flac, 4);
    System.arraycopy(block, 0, out, behind, block.length);
    System.arraycopy(flac, behind, out, behind + block.length, at + 4 - behind);
    out[at + block.length + 1] = (byte) (length >> 16);
    out[at + block.length + 2] = (byte) (length >> 8);
    out[at + block.length + 3] = (byte) length;
    return out;
  }

  private static int length(byte[] flac, int at) {
    return (flac[at + 1] & 0xFF) << 16 | (flac[at + 2] & 0xFF) << 8 | (flac[at + 3] & 0xFF);
  }
}
