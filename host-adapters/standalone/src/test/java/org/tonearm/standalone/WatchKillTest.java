package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A watch that is killed in the middle; {@link WatchCampaign} is the long form. */
final class WatchKillTest {
  private static final int FILES = 24;

  @TempDir Path temp;

  @Test
  @Timeout(240)
  void afterAKillEachFileIsTaggedOnceAndNoneIsMissed() throws Exception {
    Path data = temp.resolve("data");
    Path music = Files.createDirectories(temp.resolve("music"));
    WatchArrivals arrivals = new WatchArrivals(music, 8);
    arrivals.arrive(0, FILES / 3, 0);

    WatchProcess killed = WatchProcess.start(data, "--settle", "1s", music.toString());
    assertThat(killed.until(1)).as("%s", killed.others()).isTrue();
    arrivals.arrive(FILES / 3, 2 * FILES / 3, 20);
    assertThat(killed.until(FILES / 3)).isTrue();
    killed.kill();
    arrivals.arrive(2 * FILES / 3, FILES - 3, 0);

    WatchProcess watch = WatchProcess.start(data, "--settle", "1s", music.toString());
    watch.untilIdle();
    arrivals.arrive(FILES - 3, FILES, 20);
    assertThat(watch.until(FILES - killed.written() - 1)).as("%s", watch.others()).isTrue();
    watch.untilIdle();
    assertThat(watch.end()).isIn(ExitCode.INTERRUPTED, 128 + 15);
    assertThat(watch.others()).noneMatch(line -> line.startsWith("failed"));

    List<JsonNode> runs = WatchProcess.json(data, "history", "--json");
    assertThat(runs.stream().mapToInt(run -> run.get("done").asInt()).sum()).isEqualTo(FILES);
    assertThat(Files.readString(data.resolve("watch/watch.log"))).contains("ended ");
    assumeTrue(WatchJudge.present(), "mutagen is not here (Debian: python3-mutagen).");
    assertThat(WatchJudge.judge(music, FILES)).containsExactly(FILES + " files, 0 wrong");
  }
}
