package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.text.TextCodec;
import org.tonearm.tag.undo.Undo;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoReport;

/** A process of its own is killed at each step of a write. */
class CrashTest {
  private static final int KILLED = 77;
  private static final String OLD = "TITLE=Song\ngenre=Other\n";
  private static final String NEW = "TITLE=Song\nGENRE=Jazz\n";

  @TempDir private Path folder;

  /** Writes and is gone at the named step; or waits there to be killed from outside. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      Path file = Path.of(args[0]);
      WriteStep last = WriteStep.valueOf(args[2]);
      CodecRegistry codecs = new CodecRegistry(List.of(new TextCodec()));
      TagWriter writer =
          new TagWriter(
              codecs,
              SecondReader.NONE,
              (step, temporary) -> {
                if (step == last) {
                  Runtime.getRuntime().halt(KILLED);
                }
              });
      TagPlan plan =
          new TagPlan(
              new Track(file, "test"),
              new TextCodec().read(file, TagProfile.DEFAULT),
              List.of(
                  new FieldChange(TagField.GENRE, List.of("Other"), List.of("Jazz"), "a test")));
      try (Journal journal = Journal.open(Path.of(args[1]))) {
        JournalRun run = journal.begin("tag");
        writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(WriteStep.class)
  void aKillLeavesTheOldFileOrTheNewOneAndTheJournalKnowsWhich(WriteStep last) throws Exception {
    Path file = Files.write(folder.resolve("song.txt"), TextCodec.file(OLD, "audio"));
    Path database = folder.resolve("state").resolve("journal.db");
    kill(file, database, last);

    boolean renamed = last.compareTo(WriteStep.RENAMED) >= 0;
    assertThat(Files.readAllBytes(file)).isEqualTo(TextCodec.file(renamed ? NEW : OLD, "audio"));

    try (Journal journal = Journal.open(database)) {
      assertThat(temporaryFiles()).isEmpty();
      List<JournalEntry> entries = journal.entries(1);
      assertThat(entries)
          .extracting(JournalEntry::state)
          .containsExactly(renamed ? EntryState.DONE : EntryState.FAILED);
      assertThat(journal.run(1).orElseThrow().live()).isFalse();
      assertThat(journal.lastRun().isPresent()).isEqualTo(renamed);

      CodecRegistry codecs = new CodecRegistry(List.of(new TextCodec()));
      UndoReport report =
          new Undo(journal, codecs, new TagWriter(codecs, SecondReader.NONE))
              .undo(1, false, UndoListener.NONE);
      assertThat(report.restored()).isEqualTo(renamed ? 1 : 0);
    }
    assertThat(Files.readString(file)).contains("genre=Other");
  }

  @Test
  void whenInodesDontTellTheFieldsDo() throws Exception {
    Path file = Files.write(folder.resolve("song.txt"), TextCodec.file(OLD, "audio"));
    Path database = folder.resolve("journal.db");
    kill(file, database, WriteStep.JOURNALED);
    try (Stream<Path> left = temporaryFiles().stream()) {
      Files.delete(left.findFirst().orElseThrow());
    }
    // Neither the original nor the copy by inode, size and time: a new file with the old tags.
    Files.delete(file);
    Files.write(file, TextCodec.file(OLD + "MORE=1\n", "audio"));

    CodecRegistry codecs = new CodecRegistry(List.of(new TextCodec()));
    try (Journal journal = Journal.open(database, new CodecPresentFields(codecs))) {
      assertThat(journal.entries(1).get(0).state()).isEqualTo(EntryState.FAILED);
    }
  }

  @Test
  void anEntryOnADriveThatIsNotAttachedStaysOpen() throws Exception {
    Path drive = Files.createDirectory(folder.resolve("drive"));
    Path file = Files.write(drive.resolve("song.txt"), TextCodec.file(OLD, "audio"));
    Path database = folder.resolve("journal.db");
    kill(file, database, WriteStep.VERIFIED);
    Path away = folder.resolve("away");
    Files.move(drive, away);

    try (Journal journal = Journal.open(database)) {
      assertThat(journal.entries(1).get(0).state()).isEqualTo(EntryState.PLANNED);
    }
    Files.move(away, drive);
    try (Journal journal = Journal.open(database)) {
      assertThat(journal.entries(1).get(0).state()).isEqualTo(EntryState.FAILED);
    }
    assertThat(temporaryFiles()).isEmpty();
  }

  private static void kill(Path file, Path database, WriteStep last) throws Exception {
    List<String> command = new ArrayList<>(SubjectJava.plain().command());
    command.addAll(
        List.of(Child.class.getName(), file.toString(), database.toString(), last.name()));
    Process child = new ProcessBuilder(command).inheritIO().start();
    try {
      assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(child.exitValue()).isEqualTo(KILLED);
    } finally {
      child.destroyForcibly();
    }
  }

  private List<Path> temporaryFiles() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith(".tonearm-")).toList();
    }
  }
}
