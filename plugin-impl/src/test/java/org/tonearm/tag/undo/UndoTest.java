package org.tonearm.tag.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.text.TextCodec;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;

class UndoTest {
  private static final CodecRegistry CODECS = new CodecRegistry(List.of(new TextCodec()));
  private static final TagWriter WRITER = new TagWriter(CODECS, SecondReader.NONE);

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Journal journal;
  private Undo undo;
  private final List<UndoneFile> heard = new ArrayList<>();

  @BeforeEach
  void openJournal() throws Exception {
    journal = Journal.open(elsewhere.resolve("journal.db"));
    undo = new Undo(journal, CODECS, WRITER);
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  @Test
  void putsTheVeryItemsBack() throws Exception {
    Path one = file("one.txt", "genre=Other\nTITLE=One\n");
    Path two = file("two.txt", "TITLE=Two\n");
    long run = tag(Map.of(TagField.GENRE, "Jazz", TagField.MOOD, "Calm"), one, two);
    assertThat(journal.lastRun()).contains(run);

    UndoReport report = undo.undo(run, false, heard::add);

    assertThat(Files.readString(one)).isEqualTo("TEXT1\nTITLE=One\ngenre=Other\n---\naudio");
    assertThat(Files.readString(two)).isEqualTo("TEXT1\nTITLE=Two\n---\naudio");
    assertThat(report.restored()).isEqualTo(2);
    assertThat(report.conflicting()).isZero();
    assertThat(report.failed()).isZero();
    assertThat(heard).hasSize(2);
    assertThat(report.files()).isEqualTo(2);
    assertThat(journal.lastRun()).isEmpty();
    assertThat(journal.run(run).orElseThrow().undone()).isEqualTo(2);
    assertThat(journal.run(report.undoRun().orElseThrow()).orElseThrow().undoes()).hasValue(run);
  }

  @Test
  void tellsOfEachFileThatItWroteAndOfNoOther() throws Exception {
    Path one = file("one.txt", "genre=Other\n");
    Path two = file("two.txt", "genre=Other\n");
    long run = tag(Map.of(TagField.GENRE, "Jazz"), one, two);
    Files.delete(two);
    List<Path> given = new ArrayList<>();
    GivenBack noted =
        (file, audioHash) -> {
          assertThat(audioHash).isPresent();
          given.add(file);
        };
    Undo noting = new Undo(journal, CODECS, WRITER, MovedFiles.NONE, noted);

    noting.undo(run, true, heard::add);
    assertThat(given).isEmpty();
    noting.undo(run, false, heard::add);
    assertThat(given).containsExactly(one);
  }

  @Test
  void twiceIsHarmless() throws Exception {
    Path one = file("one.txt", "genre=Other\n");
    long run = tag(Map.of(TagField.GENRE, "Jazz"), one);
    undo.undo(run, false, UndoListener.NONE);
    FileIdentity after = FileIdentity.of(one);

    UndoReport second = undo.undo(run, false, UndoListener.NONE);

    assertThat(second.files()).isZero();
    assertThat(second.undoRun()).isEmpty();
    assertThat(FileIdentity.of(one)).isEqualTo(after);
  }

  @Test
  void aDryRunTellsAndTouchesNothing() throws Exception {
    Path one = file("one.txt", "genre=Other\n");
    long run = tag(Map.of(TagField.GENRE, "Jazz"), one);
    FileIdentity before = FileIdentity.of(one);

    UndoReport report = undo.undo(run, true, heard::add);

    assertThat(report.restored()).isEqualTo(1);
    assertThat(heard.get(0).fields())
        .containsExactly(
            new UndoneField(
                TagField.GENRE, UndoneField.Outcome.RESTORED, List.of("Jazz"), List.of("Other")));
    assertThat(FileIdentity.of(one)).isEqualTo(before);
    assertThat(journal.history(10)).hasSize(1);
    assertThat(journal.entries(run).get(0).state()).isEqualTo(EntryState.DONE);
  }

  @Test
  void leavesAFieldThatSomebodyChangedSince() throws Exception {
    Path one = file("one.txt", "genre=Other\n");
    long run = tag(Map.of(TagField.GENRE, "Jazz", TagField.MOOD, "Calm"), one);
    Files.writeString(one, Files.readString(one).replace("GENRE=Jazz", "GENRE=Bebop"));

    UndoReport report = undo.undo(run, false, heard::add);

    assertThat(report.conflicting()).isEqualTo(1);
    assertThat(heard.get(0).fields())
        .extracting(UndoneField::outcome)
        .containsExactlyInAnyOrder(UndoneField.Outcome.CHANGED_SINCE, UndoneField.Outcome.RESTORED);
    assertThat(Files.readString(one)).isEqualTo("TEXT1\nGENRE=Bebop\n---\naudio");
    assertThat(journal.entries(run).get(0).state()).isEqualTo(EntryState.DONE);
    assertThat(journal.lastRun()).contains(run);

    // Once the user puts the value back, the rest can be undone too.
    Files.writeString(one, Files.readString(one).replace("GENRE=Bebop", "GENRE=Jazz"));
    assertThat(undo.undo(run, false, UndoListener.NONE).restored()).isEqualTo(1);
    assertThat(Files.readString(one)).isEqualTo("TEXT1\ngenre=Other\n---\naudio");
    assertThat(journal.entries(run).get(0).state()).isEqualTo(EntryState.UNDONE);
  }

  @Test
  void theSameValueInOtherBytesIsNoChange() throws Exception {
    Path one = file("one.txt", "genre=Other\n");
    long run = tag(Map.of(TagField.GENRE, "Jazz", TagField.MOOD, "Calm"), one);
    String resaved =
        Files.readString(one).replace("GENRE=Jazz", "Genre=Jazz").replace("MOOD=", "Mood=");
    Files.writeString(one, resaved);

    assertThat(undo.undo(run, false, UndoListener.NONE).restored()).isEqualTo(1);

    assertThat(Files.readString(one)).isEqualTo("TEXT1\nGENRE=Other\n---\naudio");
  }

  @Test
  void aFieldThatIsBackAlreadyIsNotedOnly() throws Exception {
    Path one = file("one.txt", "genre=Other\n");
    byte[] old = Files.readAllBytes(one);
    long run = tag(Map.of(TagField.GENRE, "Jazz"), one);
    Files.write(one, old);
    FileIdentity before = FileIdentity.of(one);

    undo.undo(run, false, heard::add);

    assertThat(heard.get(0).fields())
        .extracting(UndoneField::outcome)
        .containsExactly(UndoneField.Outcome.ALREADY_BACK);
    assertThat(FileIdentity.of(one)).isEqualTo(before);
    assertThat(journal.lastRun()).isEmpty();
  }

  @Test
  void filesThatFailAreReportedAndTheOthersUndone() throws Exception {
    Path gone = file("gone.txt", "genre=Other\n");
    Path broken = file("broken.txt", "genre=Other\n");
    Path whole = file("whole.txt", "genre=Other\n");
    long run = tag(Map.of(TagField.GENRE, "Jazz"), gone, broken, whole);
    Files.delete(gone);
    Files.writeString(broken, "something else");

    UndoReport report = undo.undo(run, false, heard::add);

    assertThat(report.failed()).isEqualTo(2);
    assertThat(heard)
        .extracting(f -> f.error().map(e -> e.code()).orElse("fine"))
        .containsExactly("fine", "unsupported-format", "missing");
    assertThat(Files.readString(whole)).contains("genre=Other");
  }

  @Test
  void twoRunsAreUndoneFromTheLast() throws Exception {
    Path one = file("one.txt", "genre=Other\n");
    long first = tag(Map.of(TagField.GENRE, "Jazz"), one);
    long second = tag(Map.of(TagField.GENRE, "Folk"), one);

    assertThat(undo.undo(first, false, UndoListener.NONE).conflicting()).isEqualTo(1);
    assertThat(journal.lastRun()).contains(second);
    undo.undo(second, false, UndoListener.NONE);
    assertThat(journal.lastRun()).contains(first);
    undo.undo(first, false, UndoListener.NONE);
    assertThat(Files.readString(one)).isEqualTo("TEXT1\ngenre=Other\n---\naudio");
  }

  @Test
  void saysWhenThereIsNoSuchRunOrItIsAnUndo() throws Exception {
    assertThatThrownBy(() -> undo.undo(12, false, UndoListener.NONE))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.code()).isEqualTo("no-such-run"));

    long run = tag(Map.of(TagField.GENRE, "Jazz"), file("one.txt", "genre=Other\n"));
    long undoRun = undo.undo(run, false, UndoListener.NONE).undoRun().orElseThrow();
    assertThatThrownBy(() -> undo.undo(undoRun, false, UndoListener.NONE))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.code()).isEqualTo("not-undoable"));
  }

  private Path file(String name, String tags) throws Exception {
    return Files.write(folder.resolve(name), TextCodec.file(tags, "audio"));
  }

  private long tag(Map<TagField, String> values, Path... files) throws Exception {
    JournalRun run = journal.begin("tag");
    for (Path file : files) {
      List<FieldChange> changes =
          values.entrySet().stream()
              .map(e -> new FieldChange(e.getKey(), List.of(), List.of(e.getValue()), "a test"))
              .toList();
      WRITER.write(
          new TagPlan(
              new Track(file, "test"), new TextCodec().read(file, TagProfile.DEFAULT), changes),
          TagProfile.DEFAULT,
          WriteOptions.DEFAULT,
          run);
    }
    run.finish();
    return run.id();
  }
}
