package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One system call of each kind fails; {@link FaultCampaign} fails each of them in all formats. */
class FaultTest {
  @TempDir private Path folder;

  @Test
  void aCallThatFailsCostsNothing() throws Exception {
    Optional<String> missing = Strace.missing();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
    Map<String, Path> songs = KillSongs.make(folder.resolve("originals"));
    SubjectJava java = SubjectJava.plain();
    Path song = songs.get("mp3-2.3");
    KillTrial reference =
        new KillTrial(java, "mp3-2.3", song, song, folder.toRealPath().resolve("reference"));

    FaultTrials trials = new FaultTrials(reference, folder.toRealPath());
    trials.strikeAll(1);

    assertThat(String.join(", ", trials.counts().keySet()))
        .contains("rename EACCES", "fsync EIO", "sendfile ENOSPC", "pwrite64 EIO", "fcntl EAGAIN");
    assertThat(trials.wrong()).isEmpty();
    KillAftermath aftermath = new KillAftermath(java, KillJudge.present());
    aftermath.examine(trials.trials(), folder.resolve("list.txt"));
    assertThat(aftermath.faults()).isEmpty();
  }
}
