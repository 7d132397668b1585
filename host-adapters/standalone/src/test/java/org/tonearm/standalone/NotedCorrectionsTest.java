package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.TagField;
import org.tonearm.composition.DataFolder;
import org.tonearm.correction.Correction;
import org.tonearm.correction.CorrectionFile;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.tag.undo.UndoneField;
import org.tonearm.tag.undo.UndoneFile;

/** A note of the user's word goes with the word, and with nothing else. */
final class NotedCorrectionsTest {
  @TempDir Path temp;
  private Path song;
  private DataFolder data;
  private CorrectionFile file;

  @BeforeEach
  void note() throws TonearmException {
    song = temp.resolve("song.mp3");
    data = new DataFolder(temp.resolve("data"));
    file = new CorrectionFile(data.corrections());
    Fingerprint audio = new Fingerprint("fake:" + "0".repeat(64));
    file.add(List.of(new Correction(song, audio, TagField.GENRE, "Jazz", "Swing", Instant.EPOCH)));
  }

  @Test
  void itIsWithdrawnWhenTheWordIsTakenOut() throws TonearmException {
    undo(List.of("Swing"), List.of("Jazz"));
    assertThat(file.read().size()).isZero();
  }

  @Test
  void itStaysWhenALaterRunIsTakenBack() throws TonearmException {
    undo(List.of("Jazz"), List.of("Swing"));
    undo(List.of("Jazz"), List.of("Rock"));
    assertThat(file.read().size()).isEqualTo(1);
  }

  @Test
  void tagsAreTakenBackAlsoWhereNotesCantBeRead() throws Exception {
    Files.delete(file.file());
    Files.createDirectory(file.file());
    assertThat(undo(List.of("Swing"), List.of("Jazz"))).isEqualTo("undone");
  }

  private String undo(List<String> present, List<String> restored) throws TonearmException {
    UndoneField field =
        new UndoneField(TagField.GENRE, UndoneField.Outcome.RESTORED, present, restored);
    UndoneFile undone =
        new UndoneFile(
            1, song, "song.mp3", Optional.empty(), List.of(field), Optional.empty(), List.of());
    return NotedCorrections.withdrawing(
        data,
        told -> {},
        listener -> {
          listener.undone(undone);
          return "undone";
        });
  }
}
