package org.tonearm.tag.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportAndPruneTest {
  @TempDir private Path folder;
  private Path database;
  private Path song;

  @BeforeEach
  void makeSong() throws Exception {
    database = folder.resolve("journal.db");
    song = Files.writeString(folder.resolve("song.txt"), "x");
  }

  @Test
  void anExportHoldsAllThatUndoingByHandTakes() throws Exception {
    Path export = folder.resolve("export.jsonl");
    FileIdentity identity = FileIdentity.of(song);
    try (Journal journal = Journal.open(database)) {
      JournalRun run = journal.begin("tag");
      JournalSample.write(run, song);
      run.plan(JournalSample.planned(song)).failed("no-space", "full");
      run.finish();
      journal.begin("nothing to write");
      assertThat(journal.export(export)).isEqualTo(2);

      assertThatThrownBy(() -> journal.export(export))
          .isInstanceOfSatisfying(
              JournalException.class, e -> assertThat(e.code()).isEqualTo("export-failed"));
      assertThatThrownBy(() -> journal.export(folder.resolve("no folder").resolve("e")))
          .isInstanceOfSatisfying(
              JournalException.class, e -> assertThat(e.code()).isEqualTo("export-failed"));
    }
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(export)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    assertThat(lines)
        .extracting(line -> line.get("type").asText())
        .containsExactly("journal", "run", "file", "file", "run");
    JsonNode file = lines.get(2);
    assertThat(file.get("state").asText()).isEqualTo("done");
    assertThat(file.get("path").asText()).isEqualTo(song.toString());
    assertThat(file.get("pathUri").asText()).isEqualTo(song.toUri().toString());
    assertThat(file.get("audioHash").asText()).isEqualTo(JournalSample.HASH);
    assertThat(file.at("/original/size").asLong()).isEqualTo(identity.size());
    assertThat(file.at("/copy/modified").asLong()).isEqualTo(identity.modified());
    assertThat(file.at("/profile/newId3Version").asInt()).isEqualTo(4);
    assertThat(file.at("/fields/0/field").asText()).isEqualTo("genre");
    assertThat(file.at("/fields/0/before/0").asText()).isEqualTo("Other");
    assertThat(file.at("/fields/0/after/0").asText()).isEqualTo("Jazz");
    assertThat(file.at("/fields/0/beforeRaw").binaryValue()).isEqualTo(JournalSample.OTHER.raw());
    assertThat(file.at("/fields/0/afterRaw").binaryValue()).isEqualTo(JournalSample.JAZZ.raw());
    assertThat(lines.get(3).at("/failure/code").asText()).isEqualTo("no-space");
    assertThat(lines.get(3).at("/fields/0/after").isNull()).isTrue();
  }

  @Test
  void pruningForgetsWhatEndedLongAgoAndNothingElse() throws Exception {
    Instant before = Instant.ofEpochMilli(10_000);
    try (Journal journal = Journal.open(database)) {
      JournalRun old = journal.begin("old");
      JournalSample.write(old, song);
      old.finish();
      JournalRun undo = journal.beginUndo("undo, newer", old.id());
      JournalSample.write(undo, song);
      undo.finish();
      journal.begin("old, cut short, open").plan(JournalSample.planned(song));
      JournalSample.write(journal.begin("old, cut short"), song);
      JournalSample.write(journal.begin("old, and still running"), song);
    }
    JournalSample.sql(
        database,
        "UPDATE run SET started = 1000, finished = min(finished, 2000) WHERE id IN (1, 3, 4, 5)",
        "UPDATE run SET pid_started = 1 WHERE id = 4");
    Path left = folder.resolve("journal.db");
    try (Journal journal = Journal.open(database)) {
      PruneReport look = journal.prunable(before);
      assertThat(look).isEqualTo(new PruneReport(List.of(1L, 4L), 2, 2));
      assertThat(journal.history(10)).hasSize(5);

      assertThat(journal.prune(before)).isEqualTo(look);

      assertThat(journal.history(10)).extracting(RunSummary::id).containsExactly(5L, 3L, 2L);
      RunSummary undo = journal.run(2).orElseThrow();
      assertThat(undo.undo()).isTrue();
      assertThat(undo.undoes()).isEmpty();
      assertThat(journal.run(3).orElseThrow().open()).isEqualTo(1);
      assertThat(journal.prune(before).runs()).isEmpty();
      // Numbers of runs are never given again.
      assertThat(journal.begin("next").id()).isEqualTo(6);
    }
    assertThat(Files.readString(song)).isEqualTo("x");
    assertThat(left).exists();
  }

  @Test
  void whatWasForgottenGivesItsRoomBack() throws Exception {
    Journal.open(database).close();
    JournalSample.fill(database, 2, 1000, 100);
    long before = Files.size(database);
    try (Journal journal = Journal.open(database)) {
      assertThat(journal.prune(Instant.ofEpochMilli(2000)).files()).isEqualTo(1000);
      assertThat(journal.entries(2)).hasSize(1000);
    }
    assertThat(Files.size(database)).isLessThan(before * 6 / 10);
  }
}
