package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;

/** Two runs with data folders of their own write the same songs at the same time. */
class RaceTest {
  private static final int COPIES = 3;

  @TempDir private Path folder;

  @Test
  void eachSongIsTaggedByOneOfThemAndTheOtherSaysWhyNot() throws Exception {
    Map<String, Path> originals = KillSongs.make(folder.resolve("originals"));
    Map<Path, Path> songs = copies(originals.values());
    Path list = folder.resolve("list.txt");
    Files.writeString(
        list, String.join("\n", songs.keySet().stream().map(Path::toString).toList()));

    Map<String, Map<String, String>> told = race(list, "Jazz", "Techno");

    for (Map.Entry<Path, Path> song : songs.entrySet()) {
      List<String> outcomes =
          told.values().stream().map(lines -> lines.get(song.getKey().toString())).toList();
      assertThat(outcomes)
          .as(song.getKey().toString())
          .satisfiesOnlyOnce(outcome -> assertThat(outcome).isEqualTo("written"))
          .satisfiesOnlyOnce(outcome -> assertThat(outcome).startsWith("failed changed-meanwhile"));
    }
    for (String genre : told.keySet()) {
      try (Journal journal = Journal.open(folder.resolve(genre).resolve("journal.db"))) {
        for (JournalEntry entry : journal.entries(1)) {
          boolean won = told.get(genre).get(entry.path().toString()).equals("written");
          assertThat(entry.state()).isEqualTo(won ? EntryState.DONE : EntryState.FAILED);
          assertThat(holds(entry.path(), genre)).isEqualTo(won);
          assertThat(entry.failure().map(JournalEntry.Failure::code).orElse("none"))
              .isEqualTo(won ? "none" : "changed-meanwhile");
        }
      }
    }
    if (KillJudge.present()) {
      assertThat(KillJudge.changed(List.copyOf(songs.values()), songs.keySet().stream().toList()))
          .allSatisfy(fields -> assertThat(fields.split(" ")).hasSize(2))
          .noneMatch(fields -> fields.contains("SOUND"));
    }
    try (Stream<Path> all = Files.list(folder.resolve("music"))) {
      assertThat(all.toList()).containsExactlyInAnyOrderElementsOf(songs.keySet());
    }
  }

  private Map<Path, Path> copies(Iterable<Path> originals) throws Exception {
    Path music = Files.createDirectories(folder.resolve("music"));
    Map<Path, Path> songs = new HashMap<>();
    for (Path original : originals) {
      for (int i = 0; i < COPIES; i++) {
        songs.put(Files.copy(original, music.resolve(i + "-" + original.getFileName())), original);
      }
    }
    return songs;
  }

  /** What each writer said of each song, by the genre that it writes. */
  private Map<String, Map<String, String>> race(Path list, String... genres) throws Exception {
    List<SubjectProcess> writers = new ArrayList<>();
    try {
      for (String genre : genres) {
        SubjectJava java =
            SubjectJava.plain()
                .by(List.of(), List.of("-D" + KillSubject.GENRE_PROPERTY + "=" + genre));
        Path own = folder.resolve(genre);
        writers.add(
            SubjectProcess.writing(
                java, "race", list, own.resolve("journal.db"), own.resolve("warm")));
      }
      for (SubjectProcess writer : writers) {
        writer.ready();
      }
      for (SubjectProcess writer : writers) {
        writer.go();
      }
      Map<String, Map<String, String>> told = new HashMap<>();
      for (int i = 0; i < genres.length; i++) {
        Map<String, String> lines = new HashMap<>();
        for (String line : writers.get(i).rest()) {
          String[] words = line.split("\t", 2);
          lines.put(words[0], words[1]);
        }
        assertThat(writers.get(i).exit()).isZero();
        told.put(genres[i], lines);
      }
      return told;
    } finally {
      writers.forEach(SubjectProcess::close);
    }
  }

  /** In Latin-1, UTF-8 or UTF-16 as the tag has it. */
  private static boolean holds(Path song, String genre) throws Exception {
    String bytes = Files.readString(song, StandardCharsets.ISO_8859_1);
    return bytes.contains(genre) || bytes.contains(String.join("\0", genre.split("")));
  }
}
