package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.text.TextCodec;

/** A song, a journal with a run in it, and writers that fail where they are told to. */
abstract class WritingFixture {

  private static final String TAGS = "TITLE=Song\ngenre=Other\nCUE=\u0001\u0002\n";

  @TempDir Path folder;
  @TempDir Path elsewhere;
  Path file;
  Journal journal;
  JournalRun run;

  @BeforeEach
  void makeFile() throws Exception {
    file = Files.write(folder.resolve("song.txt"), TextCodec.file(TAGS, "audio"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06.123456789Z")));
    journal = Journal.open(elsewhere.resolve("journal.db"));
    run = journal.begin("tag song.txt");
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  TagWriter writer() {
    return writer(new TextCodec(), StepListener.NONE);
  }

  static TagWriter writer(TagCodec codec, StepListener steps) {
    return new TagWriter(new CodecRegistry(List.of(codec)), SecondReader.NONE, steps);
  }

  static TagWriter failing(WriteStep at, IOException fault) {
    return writer(
        new TextCodec(),
        (step, temporary) -> {
          if (step == at) {
            throw fault;
          }
        });
  }

  static TagPlan plan(Path path) throws TagException {
    return plan(path, List.of("Jazz", "Bebop"));
  }

  static TagPlan plan(Path path, List<String> genres) throws TagException {
    return new TagPlan(
        new Track(path, "test"),
        new TextCodec().read(path, TagProfile.DEFAULT),
        List.of(new FieldChange(TagField.GENRE, List.of("Other"), genres, "for the test")));
  }

  JournalEntry entry() throws Exception {
    List<JournalEntry> entries = journal.entries(run.id());
    return entries.get(entries.size() - 1);
  }

  static void assertFails(String code, ThrowingCallable write) {
    assertThatThrownBy(write)
        .isInstanceOfSatisfying(
            TagException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.getMessage()).contains("song.txt");
              assertThat(e.remedy()).isNotBlank();
            });
  }

  void assertNoTemporaryFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith(".tonearm-"))).isEmpty();
    }
  }
}
