package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.fmt;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.riff;
import static org.tonearm.tag.id3.TagBytes.samples;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;
import static org.tonearm.tag.id3.TagBytes.wav;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;

/**
 * Files that an earlier version tagged: it took a pad byte that the form's size leaves out for a
 * part of what follows the form, and put one more before the tag's chunk.
 */
class UncountedPadUndoTest {
  private static final CodecRegistry CODECS = new CodecRegistry(List.of(new WavCodec()));
  private static final byte[] DATA = riff("data", samples(401));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bext\4\0\0\0kept", "LIST\4\0\0\0INFO", "junkbytes", ""})
  void aTagThatWasMadeIsTakenBack(String behind) throws Exception {
    byte[] rest = latin(behind);
    byte[] genre = riff("id3 ", tag(4, 0, text(4, "TCON", "Jazz"), padding(1049)));
    byte[] tagged = join(wav(fmt(), DATA, genre), bytes(0), rest);

    byte[] back = takenBack(tagged, FieldState.ABSENT, new Id3Layout(false, true, false, 0, 0));

    assertThat(back).isEqualTo(join(uncounted(fmt(), DATA), rest));
  }

  @Test
  void aTagThatWasThereIsItselfAgain() throws Exception {
    byte[] even = riff("data", samples(400));
    byte[] rest = riff("JUNK", latin("kept"));
    byte[] rock = riff("id3 ", tag(4, 0, text(4, "TCON", "Rock"), padding(60)));
    byte[] jazz = riff("id3 ", tag(4, 0, text(4, "TCON", "Jazz"), padding(60)));
    byte[] original = join(uncounted(fmt(), even, rock), rest);
    FieldState genre = Edited.with(new WavCodec()).read(original).fields().get(TagField.GENRE);

    byte[] back =
        takenBack(
            join(wav(fmt(), even, jazz), bytes(0), rest),
            genre,
            new Id3Layout(true, true, false, 75, 60));

    assertThat(back).isEqualTo(original);
  }

  private byte[] takenBack(byte[] tagged, FieldState genre, Id3Layout layout) throws Exception {
    Path file = Files.write(folder.resolve("song.wav"), tagged);
    TagLayout noted = layout.write();
    TagEdit undo = new TagEdit(Map.of(TagField.GENRE, new TagEdit.Restore(genre)), noted);
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      JournalRun run = journal.begin("undo");
      new TagWriter(CODECS, SecondReader.NONE)
          .edit(
              file,
              CODECS.codecFor(file).read(file, TagProfile.DEFAULT),
              undo,
              TagProfile.DEFAULT,
              WriteOptions.DEFAULT,
              run);
      run.finish();
    }
    return Files.readAllBytes(file);
  }

  private static byte[] uncounted(byte[]... chunks) {
    byte[] file = wav(chunks);
    file[4]--;
    return file;
  }
}
