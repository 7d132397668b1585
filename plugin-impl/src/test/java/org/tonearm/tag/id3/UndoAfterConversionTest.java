package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.mpeg;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;
import static org.tonearm.tag.id3.TagBytes.unsynchronised;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.undo.Undo;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoReport;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;

/** Another program gave the tag another form between a write and its undo. */
class UndoAfterConversionTest {
  private static final int UNSYNCHRONISATION = 0x80;
  private static final CodecRegistry CODECS = new CodecRegistry(List.of(new Mp3Codec()));
  private static final TagWriter WRITER = new TagWriter(CODECS, SecondReader.NONE);

  @TempDir private Path folder;

  @Test
  void aTagThatIsNoLongerUnsynchronised() throws Exception {
    byte[] old =
        tag(
            3,
            UNSYNCHRONISATION,
            unsynchronised(join(text(3, "TCON", 1, "Rock"), text(3, "TIT2", "a"))),
            padding(200));
    byte[] converted = tag(3, 0, text(3, "TCON", "Jazz"), text(3, "TIT2", "b"), padding(200));
    genreComesBack(old, TagField.GENRE, List.of("Jazz"), converted);
  }

  @Test
  void aFieldThatWasTakenAwayFromATagOfAnotherVersion() throws Exception {
    byte[] old = tag(3, 0, text(3, "TCON", "Rock"), text(3, "TIT2", "a"), padding(200));
    byte[] converted = tag(4, 0, text(4, "TIT2", 3, "b"), padding(200));
    genreComesBack(old, TagField.GENRE, List.of(), converted);
  }

  @Test
  void otherBytesInATagOfTheSameFormAreNotWhatWasThere() throws Exception {
    FieldState before = genre(tag(3, 0, text(3, "TCON", "Rock")));
    Mp3Codec codec = new Mp3Codec();
    assertThat(codec.restored(before, genre(tag(3, 0, text(3, "TCON", "Rock"))))).isTrue();
    assertThat(codec.restored(before, genre(tag(3, 0, text(3, "TCON", 1, "Rock"))))).isFalse();
    byte[] twice = join(text(3, "TCON", "Rock"), text(3, "TCON", "Rock"));
    assertThat(codec.restored(before, genre(tag(3, 0, twice)))).isFalse();
    assertThat(codec.restored(before, FieldState.ABSENT)).isFalse();
    assertThat(codec.restored(before, genre(tag(4, 0, text(4, "TCON", 3, "Rock"))))).isTrue();
    assertThat(codec.restored(before, genre(tag(4, 0, text(4, "TCON", 3, "Jazz"))))).isFalse();
  }

  private FieldState genre(byte[] tag) throws Exception {
    Path file = Files.write(folder.resolve("state.mp3"), join(tag, mpeg(4)));
    return read(file).fields().get(TagField.GENRE);
  }

  private void genreComesBack(byte[] old, TagField field, List<String> written, byte[] converted)
      throws Exception {
    Path file = Files.write(folder.resolve("song.mp3"), join(old, mpeg(4)));
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      TagSnapshot before = read(file);
      JournalRun run = journal.begin("tag");
      FieldChange change =
          new FieldChange(field, before.fields().get(field).values(), written, "a test");
      WRITER.write(
          new TagPlan(new Track(file, "test"), before, List.of(change)),
          TagProfile.DEFAULT,
          WriteOptions.DEFAULT,
          run);
      run.finish();
      assertThat(read(file).fields().get(field).values()).isEqualTo(written);
      Files.write(file, join(converted, mpeg(4)));
      TagSnapshot between = read(file);

      UndoReport report =
          new Undo(journal, CODECS, WRITER).undo(run.id(), false, UndoListener.NONE);

      assertThat(report.failed()).isZero();
      assertThat(report.restored()).isEqualTo(1);
      assertThat(read(file).fields().get(field).values()).containsExactly("Rock");
      assertThat(read(file).others()).isEqualTo(between.others());
    }
  }

  private static TagSnapshot read(Path file) throws Exception {
    return CODECS.codecFor(file).read(file, TagProfile.DEFAULT);
  }
}
