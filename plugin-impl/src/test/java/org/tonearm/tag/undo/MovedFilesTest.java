package org.tonearm.tag.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.text.TextCodec;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;

/** Undo by file and folder, and of files that are no longer where they were. */
class MovedFilesTest {
  private static final TagCodec CODEC = new TextCodec();
  private static final CodecRegistry CODECS = new CodecRegistry(List.of(CODEC));
  private static final TagWriter WRITER = new TagWriter(CODECS, SecondReader.NONE);

  @TempDir private Path temp;
  @TempDir private Path elsewhere;
  private Path folder;
  private Path other;
  private Journal journal;
  private final List<UndoneFile> heard = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    folder = Files.createDirectory(temp.toRealPath().resolve("music"));
    other = Files.createDirectory(temp.toRealPath().resolve("other"));
    journal = Journal.open(elsewhere.resolve("journal.db"));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aFileThatMovedIsFoundByWhoKnowsItsAudio() throws Exception {
    Path old = song(folder.resolve("old.txt"), "Other", "one");
    long run = tag("Jazz", old);
    Path moved = Files.move(old, other.resolve("moved.txt"));
    String hash = CODEC.read(moved, TagProfile.DEFAULT).audioHash();
    MovedFiles index =
        wanted -> wanted.equals(hash) ? List.of(other.resolve("gone.txt"), moved) : List.of();

    UndoReport report = undo(index, run, List.of(), List.of(), false);

    assertThat(report.restored()).isEqualTo(1);
    assertThat(report.moved()).isEqualTo(1);
    assertThat(genre(moved)).isEqualTo("Other");
    assertThat(heard.get(0).path()).isEqualTo(moved);
    assertThat(heard.get(0).movedFrom()).contains(old.toString());
    assertThat(old).doesNotExist();
    List<JournalEntry> undone = journal.entries(report.undoRun().orElseThrow());
    assertThat(undone).extracting(JournalEntry::path).containsExactly(moved);
    assertThat(journal.lastRun()).isEmpty();
  }

  @Test
  void aFileThatMovedIsFoundInFoldersThatAreSearched() throws Exception {
    Path old = song(folder.resolve("old.txt"), "Other", "one");
    long run = tag("Jazz", old);
    song(other.resolve("a.mp3"), "Jazz", "two");
    Path moved = Files.move(old, other.resolve("deeper.mp3"));
    // Another program tagged it since: neither its size nor its other tags are the same.
    Files.writeString(
        moved, Files.readString(moved).replace("TITLE=", "COVER=" + "x".repeat(5000) + "\nTITLE="));

    assertThat(undo(MovedFiles.NONE, run, List.of(), List.of(), false).failed()).isEqualTo(1);
    assertThat(heard.get(0).error().orElseThrow().code()).isEqualTo("missing");
    assertThat(undo(MovedFiles.NONE, run, List.of(), List.of(other), true).moved()).isEqualTo(1);
    assertThat(genre(moved)).isEqualTo("Jazz");
    assertThat(undo(MovedFiles.NONE, run, List.of(), List.of(other), false).restored())
        .isEqualTo(1);
    assertThat(genre(moved)).isEqualTo("Other");
    assertThat(genre(other.resolve("a.mp3"))).isEqualTo("Jazz");
  }

  @Test
  void anotherFileUnderTheOldNameIsNotTouched() throws Exception {
    Path old = song(folder.resolve("old.txt"), "Other", "one");
    long run = tag("Jazz", old);
    Path moved = Files.move(old, other.resolve("moved.txt"));
    song(old, "Jazz", "something else");
    byte[] newcomer = Files.readAllBytes(old);

    assertThat(undo(MovedFiles.NONE, run, List.of(), List.of(), false).failed()).isEqualTo(1);
    assertThat(heard.get(0).error().orElseThrow().code()).isEqualTo("other-file");
    assertThat(undo(hash -> List.of(moved), run, List.of(), List.of(), false).restored())
        .isEqualTo(1);

    assertThat(genre(moved)).isEqualTo("Other");
    assertThat(Files.readAllBytes(old)).isEqualTo(newcomer);
  }

  @Test
  void aCopyThatWasTaggedForItselfIsNotTakenForOneThatMoved() throws Exception {
    Path rock = song(folder.resolve("a.txt"), "Rock", "same");
    Path pop = song(folder.resolve("b.mp3"), "Pop", "same");
    long run = tag("Jazz", rock, pop);
    Files.delete(rock);

    UndoReport report = undo(hash -> List.of(pop), run, List.of(), List.of(folder), false);

    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.restored()).isEqualTo(1);
    assertThat(genre(pop)).isEqualTo("Pop");
  }

  @Test
  void anUntaggedCopyIsNotTakenForAFileWhoseDriveIsAway() throws Exception {
    Path file = song(folder.resolve("a.txt"), "Other", "same");
    Path copy = song(other.resolve("b.txt"), "Other", "same");
    long run = tag("Jazz", file);
    Path away = Files.move(file, temp.resolve("away.txt"));

    for (boolean dryRun : List.of(true, false)) {
      UndoReport report = undo(hash -> List.of(copy), run, List.of(), List.of(), dryRun);
      assertThat(report.failed()).isEqualTo(1);
      assertThat(heard.get(0).error().orElseThrow().code()).isEqualTo("missing");
    }
    Files.move(away, file);

    assertThat(journal.undoable(file)).isNotEmpty();
    assertThat(undo(hash -> List.of(copy), run, List.of(), List.of(), false).restored())
        .isEqualTo(1);
    assertThat(genre(file)).isEqualTo("Other");
  }

  @Test
  void ofSeveralCopiesThatMovedEachGetsItsOwn() throws Exception {
    Path rock = song(folder.resolve("a.txt"), "Rock", "same");
    Path pop = song(folder.resolve("b.mp3"), "Pop", "same");
    long run = tag("Jazz", rock, pop);
    Path rockNow = Files.move(rock, other.resolve("x.mp3"));
    Path popNow = Files.move(pop, other.resolve("y.mp3"));

    assertThat(undo(MovedFiles.NONE, run, List.of(), List.of(other), false).restored())
        .isEqualTo(2);

    assertThat(genre(rockNow)).isEqualTo("Rock");
    assertThat(genre(popNow)).isEqualTo("Pop");
  }

  @Test
  void aPathTakesTheChangesOfAllRunsBackNewestFirst() throws Exception {
    Path one = song(folder.resolve("one.txt"), "Other", "one");
    Path two = song(folder.resolve("two.txt"), "Other", "two");
    tag("Jazz", one, two);
    tag("Folk", one);
    tag("Rock", one);

    UndoReport look = undo(MovedFiles.NONE, 0, List.of(one), List.of(), true);
    assertThat(look.restored()).isEqualTo(3);
    assertThat(look.conflicting()).isZero();
    assertThat(genre(one)).isEqualTo("Rock");
    assertThat(heard).extracting(UndoneFile::run).containsExactly(3L, 2L, 1L);

    UndoReport report = undo(MovedFiles.NONE, 0, List.of(one), List.of(), false);
    assertThat(report.restored()).isEqualTo(3);
    assertThat(genre(one)).isEqualTo("Other");
    assertThat(genre(two)).isEqualTo("Jazz");
    assertThat(journal.run(report.undoRun().orElseThrow()).orElseThrow().undo()).isTrue();
    assertThat(journal.lastRun()).contains(1L);
    assertThat(undo(MovedFiles.NONE, 0, List.of(one), List.of(), false).files()).isZero();
  }

  @Test
  void aFolderTakesBackWhatLiesInItAndNothingElse() throws Exception {
    Path in = song(folder.resolve("in.txt"), "Other", "one");
    Path out = song(other.resolve("out.txt"), "Other", "two");
    Path alike = Files.createDirectory(folder.resolveSibling("music2"));
    Path sibling = song(alike.resolve("sibling.txt"), "Other", "three");
    long run = tag("Jazz", in, out, sibling);
    tag("Folk", in);

    // Of one run only: the later run stands in the way.
    assertThat(undo(MovedFiles.NONE, run, List.of(folder), List.of(), false).conflicting())
        .isEqualTo(1);
    assertThat(undo(MovedFiles.NONE, 0, List.of(folder), List.of(), false).restored()).isEqualTo(2);

    assertThat(List.of(genre(in), genre(out), genre(sibling)))
        .containsExactly("Other", "Jazz", "Jazz");
  }

  @Test
  void aFileNamedByItsNewNameBringsBackWhatWasWrittenUnderTheOldOne() throws Exception {
    Path old = song(folder.resolve("old.txt"), "Other", "one");
    tag("Jazz", old);
    Path moved = Files.move(old, other.resolve("moved.txt"));
    tag("Folk", moved);
    Path link = Files.createSymbolicLink(other.resolve("link.txt"), moved);

    UndoReport look = undo(MovedFiles.NONE, 0, List.of(link), List.of(), true);
    assertThat(look.restored()).isEqualTo(2);
    assertThat(undo(MovedFiles.NONE, 0, List.of(link), List.of(), false).restored()).isEqualTo(2);

    assertThat(genre(moved)).isEqualTo("Other");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void aCopyElsewhereIsNotAskedFor() throws Exception {
    Path one = song(folder.resolve("one.txt"), "Other", "same");
    Path copy = Files.copy(one, other.resolve("copy.txt"));
    tag("Jazz", one);

    assertThat(undo(MovedFiles.NONE, 0, List.of(copy), List.of(), false).files()).isZero();
    assertThat(genre(one)).isEqualTo("Jazz");
  }

  @Test
  void aSearchThatIsGivenUpFindsNothingAndTheNextUndoDoes() throws Exception {
    Path old = song(folder.resolve("old.txt"), "Other", "one");
    long run = tag("Jazz", old);
    Path moved = Files.move(old, other.resolve("moved.mp3"));
    AtomicInteger asked = new AtomicInteger();
    UndoRequest givenUp =
        new UndoRequest(
            OptionalLong.of(run),
            List.of(),
            List.of(other),
            false,
            WriteOptions.DEFAULT,
            "undo",
            () -> asked.incrementAndGet() > 1); // not before the first file, but in its search

    UndoReport report =
        new Undo(journal, CODECS, WRITER, MovedFiles.NONE).undo(givenUp, file -> {});

    assertThat(report.restored()).isZero();
    assertThat(genre(moved)).isEqualTo("Jazz");
    assertThat(undo(MovedFiles.NONE, run, List.of(), List.of(other), false).restored())
        .isEqualTo(1);
  }

  private UndoReport undo(
      MovedFiles moved, long run, List<Path> places, List<Path> searches, boolean dryRun)
      throws Exception {
    heard.clear();
    return new Undo(journal, CODECS, WRITER, moved)
        .undo(
            new UndoRequest(
                run == 0 ? OptionalLong.empty() : OptionalLong.of(run),
                places,
                searches,
                dryRun,
                WriteOptions.DEFAULT,
                "undo"),
            heard::add);
  }

  private static Path song(Path file, String genre, String audio) throws Exception {
    return Files.write(file, TextCodec.file("genre=" + genre + "\nTITLE=1\n", audio));
  }

  private static String genre(Path file) throws Exception {
    return CODEC.read(file, TagProfile.DEFAULT).fields().get(TagField.GENRE).values().get(0);
  }

  private long tag(String genre, Path... files) throws Exception {
    JournalRun run = journal.begin("tag");
    for (Path file : files) {
      WRITER.write(
          new TagPlan(
              new Track(file, "test"),
              CODEC.read(file, TagProfile.DEFAULT),
              List.of(new FieldChange(TagField.GENRE, List.of(), List.of(genre), "a test"))),
          TagProfile.DEFAULT,
          WriteOptions.DEFAULT,
          run);
    }
    run.finish();
    return run.id();
  }
}
