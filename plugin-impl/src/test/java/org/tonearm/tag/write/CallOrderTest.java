package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kill does not show what a power failure would leave. The order of the real system calls does:
 * what must be on the disk first is synced first.
 */
class CallOrderTest {
  private static final List<String> ONE_WRITE =
      List.of(
          "journal written",
          "journal synced",
          "copy made",
          "copy written",
          "copy synced",
          "journal written",
          "journal synced",
          "renamed",
          "folder synced",
          "journal written",
          "journal synced");

  @TempDir private Path folder;

  @Test
  void everyFormatSyncsBeforeItRenamesAndJournalsBeforeThat() throws Exception {
    Optional<String> missing = Strace.missing();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
    Path real = folder.toRealPath();
    Map<String, Path> songs = KillSongs.make(real.resolve("music"));
    Path list =
        Files.write(real.resolve("list"), songs.values().stream().map(Path::toString).toList());
    Path journal = real.resolve("state").resolve("journal.db");

    List<String> order = milestones(write(list, journal), real.resolve("music"), journal);

    List<String> expected = new ArrayList<>();
    songs.forEach((format, song) -> expected.addAll(ONE_WRITE));
    assertThat(order).containsSubsequence(expected);
    assertThat(order).filteredOn("renamed"::equals).hasSameSizeAs(songs.values());
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).equals("renamed")) {
        // Nothing else between.
        assertThat(order.subList(i - 3, i + 2))
            .containsExactly(
                "copy synced", "journal written", "journal synced", "renamed", "folder synced");
      }
    }
  }

  private List<Strace.Call> write(Path list, Path journal) throws Exception {
    try (SubjectProcess subject =
            SubjectProcess.writing(
                SubjectJava.plain(), "race", list, journal, folder.resolve("warm"));
        Strace strace = Strace.attach(subject.ready(), folder.resolve("trace"), List.of())) {
      subject.go();
      assertThat(subject.rest()).allMatch(line -> line.endsWith("\twritten"));
      assertThat(subject.exit()).isZero();
      return strace.calls();
    }
  }

  private static List<String> milestones(List<Strace.Call> calls, Path folder, Path journal) {
    List<String> seen = new ArrayList<>();
    String music = "<" + folder + ">";
    for (Strace.Call call : calls) {
      boolean sync = call.name().equals("fsync") || call.name().equals("fdatasync");
      boolean copy = call.line().contains(".tonearm-");
      String what = "";
      if (call.name().startsWith("rename")) {
        what = "renamed";
      } else if (sync) {
        what = copy ? "copy synced" : call.line().contains(music) ? "folder synced" : what;
        what = call.line().contains(journal + "-wal") ? "journal synced" : what;
      } else if (copy && call.line().contains("O_CREAT")) {
        what = "copy made";
      } else if (copy && call.changes()) {
        what = "copy written";
      } else if (call.name().equals("pwrite64") && call.line().contains(journal + "-wal")) {
        what = "journal written";
      }
      if (!what.isEmpty() && (seen.isEmpty() || !seen.get(seen.size() - 1).equals(what))) {
        seen.add(what);
      }
    }
    return seen;
  }
}
