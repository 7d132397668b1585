package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
  @TempDir private Path folder;

  @Test
  void everyFormatSyncsBeforeItRenamesAndJournalsBeforeThat() throws Exception {
    Optional<String> missing = Strace.missing();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
    Map<String, Path> songs = KillSongs.make(folder.resolve("originals"));
    SubjectJava java = SubjectJava.plain();
    for (Map.Entry<String, Path> song : songs.entrySet()) {
      KillTrial trial =
          new KillTrial(
              java,
              song.getKey(),
              song.getValue(),
              song.getValue(),
              folder.toRealPath().resolve(song.getKey()));
      List<String> order = milestones(trial.watched(), trial);
      assertThat(order)
          .as(song.getKey())
          .containsSubsequence(
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
      // Between the copy's sync and the rename, nothing is written but the journal.
      assertThat(order.subList(order.indexOf("copy synced") + 1, order.indexOf("renamed")))
          .as(song.getKey())
          .containsOnly("journal written", "journal synced")
          .endsWith("journal synced");
    }
  }

  private static List<String> milestones(List<Strace.Call> calls, KillTrial trial) {
    List<String> seen = new ArrayList<>();
    String journal = trial.journal().toString();
    String music = "<" + trial.song().getParent() + ">";
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
