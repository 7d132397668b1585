package org.tonearm.spark.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.StoredFile;
import org.tonearm.tag.journal.JournaledField;

final class JournalFolderTest {
  private static final String SONG = "s3a://bucket/a%0Ab.mp3";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

  @TempDir Path folder;
  private final AudioStores stores = new AudioStores(new Configuration(false));
  private JournalFolder journals;

  @BeforeEach
  void prepare() throws Exception {
    journals = JournalFolder.prepare(stores, AudioUri.of(folder), 3_000);
  }

  @Test
  void theNumberOfBucketsStays() throws Exception {
    assertThat(journals.buckets()).isEqualTo(3);
    assertThat(JournalFolder.prepare(stores, AudioUri.of(folder), 90_000).buckets()).isEqualTo(3);
    assertThatThrownBy(() -> JournalFolder.open(stores, AudioUri.of(folder.resolve("other"))))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void everyKindOfNoteComesBack() throws Exception {
    List<Note> notes =
        List.of(
            new Begun("1", SONG, "file:///x/.tonearm-1.mp3", new Writer("host", 7, 9), NOON),
            intent("1", Kind.APPLY, "", 0),
            new End("1", SONG, States.WRITTEN, "etag:x", "", "", NOON),
            new Told("run", "a", Kind.UNDO, SONG, "1", States.SKIPPED, "io", "line\nbreak", NOON));
    try (BucketJournal journal = journals.bucket(1, "attempt-1")) {
      for (Note note : notes) {
        journal.append(note, note instanceof Intent);
      }
    }
    BucketNotes read = journals.read(1);
    assertThat(read.damaged()).isZero();
    assertThat(read.notes()).isEqualTo(notes);
    assertThat(journals.read(0).notes()).isEmpty();
  }

  @Test
  void rowsTellWhatBecameOfARecording() throws Exception {
    try (BucketJournal journal = journals.bucket(2, "a")) {
      journal.append(intent("killed", Kind.APPLY, "", 0), true);
      journal.append(end("killed", States.FAILED, 1), false);
      journal.append(intent("good", Kind.APPLY, "", 2), true);
    }
    try (BucketJournal journal = journals.bucket(2, "b")) {
      assertThat(journal.intents(SONG)).extracting(Intent::id).containsExactly("killed", "good");
      journal.append(end("good", States.WRITTEN, 3), false);
      // A late word of somebody who did not see it standing.
      journal.append(end("good", States.FAILED, 4), false);
    }
    assertThat(rows()).extracting(JournalRow::state).containsExactly("failed", "written");
    assertThat(rows()).extracting(JournalRow::latest).containsExactly(false, true);
    JournalRow row = rows().get(1);
    assertThat(row.before()).isEqualTo(Map.of("genre", List.of("Other")));
    assertThat(row.after()).isEqualTo(Map.of("genre", List.of("Jazz")));
    assertThat(new NoteJson().read(row.entry())).contains(intent("good", Kind.APPLY, "", 2));

    try (BucketJournal journal = journals.bucket(2, "c")) {
      journal.append(intent("back", Kind.UNDO, "good", 5), true);
      assertThat(rows()).extracting(JournalRow::state).containsExactly("failed", "written", "open");
      journal.append(end("back", States.UNDONE, 6), false);
    }
    assertThat(rows()).extracting(JournalRow::state).containsExactly("failed", "undone", "undone");
  }

  @Test
  void anObjectThatTwoTriesClaimCountsOnce() throws Exception {
    try (BucketJournal journal = journals.bucket(2, "a")) {
      journal.append(intent("one", Kind.APPLY, "", 0), true);
      journal.append(intent("two", Kind.APPLY, "", 1), true);
      journal.append(end("two", States.WRITTEN, 2), false);
      journal.append(end("one", States.WRITTEN, 3), false);
      assertThat(rows()).extracting(JournalRow::state).containsExactly("written", "unchanged");
      journal.append(intent("back", Kind.UNDO, "one", 4), true);
      journal.append(end("back", States.UNDONE, 5), false);
      journal.append(intent("again", Kind.APPLY, "", 6), true);
      journal.append(end("again", States.WRITTEN, 7), false);
    }
    assertThat(rows())
        .extracting(JournalRow::state)
        .containsExactly("undone", "unchanged", "undone", "written");
  }

  @Test
  void whatIsWrittenAgainAfterItsOwnerTookItBackCanBeTakenBackAgain() throws Exception {
    try (BucketJournal journal = journals.bucket(2, "a")) {
      journal.append(intent("one", Kind.APPLY, "", 0), true);
      journal.append(end("one", States.WRITTEN, 1), false);
      journal.append(
          new Told(
              "undo", "a", Kind.UNDO, SONG, "one", States.ALREADY, "", "", NOON.plusSeconds(2)),
          false);
      journal.append(intent("two", Kind.APPLY, "", 3), true);
      journal.append(end("two", States.WRITTEN, 4), false);
    }
    assertThat(rows())
        .extracting(JournalRow::state)
        .containsExactly("undone", "already", "written");
    assertThat(rows()).extracting(JournalRow::mayStand).containsExactly(false, false, true);
  }

  @Test
  void aFileWhoseNumberWasGivenAnewCountsOnce() throws Exception {
    Placement file = new Placement(11, "77", 123, "");
    try (BucketJournal journal = journals.bucket(2, "a")) {
      journal.append(intent("killed before it was put", file, 0), true);
      journal.append(intent("put", file, 1), true);
      journal.append(end("put", States.WRITTEN, 2), false);
      journal.append(end("killed before it was put", States.WRITTEN, 3), false);
      journal.append(intent("another", new Placement(11, "78", 123, ""), 4), true);
      journal.append(end("another", States.WRITTEN, 5), false);
    }
    assertThat(rows())
        .extracting(JournalRow::state)
        .containsExactly("written", "unchanged", "written");
  }

  @Test
  void namesOfAttemptsAreChecked() {
    assertThatThrownBy(() -> journals.bucket(0, "../x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<JournalRow> rows() throws Exception {
    List<JournalRow> rows = new ArrayList<>();
    journals.rows(2).forEachRemaining(rows::add);
    return rows;
  }

  private static End end(String id, String state, int second) {
    return new End(id, SONG, state, "", "", "", NOON.plusSeconds(second));
  }

  private static Intent intent(String id, Placement placed, int second) {
    Intent one = intent(id, Kind.APPLY, "", second);
    return new Intent(
        id,
        one.run(),
        one.attempt(),
        one.kind(),
        SONG,
        "",
        one.seen(),
        placed,
        one.work(),
        one.at());
  }

  private static Intent intent(String id, Kind kind, String undoes, int second) {
    JournaledField genre =
        new JournaledField(
            TagField.GENRE,
            new FieldState(List.of("Other"), new byte[] {0, -1, 7}),
            List.of("Jazz"),
            Optional.of(new FieldState(List.of("Jazz"), new byte[] {1})),
            false);
    return new Intent(
        id,
        "run",
        "a",
        kind,
        SONG,
        undoes,
        new StoredFile(SONG, 10, 20, "etag:\"x\""),
        new Placement(11, "77", 123, "ab"),
        new TagWork("cd", "mp3", TagProfile.DEFAULT, new TagLayout(new byte[] {3}), List.of(genre)),
        NOON.plusSeconds(second));
  }
}
