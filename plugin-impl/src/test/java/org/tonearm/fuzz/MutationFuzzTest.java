package org.tonearm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.audio.FfmpegDecoder;
import org.tonearm.tag.journal.Journal;

/**
 * The small form; {@code -Dfuzz.count=20000 -Dfuzz.seed=S -Dfuzz.work=FOLDER} make it the full one.
 */
class MutationFuzzTest {
  private static final int COUNT = Integer.getInteger("fuzz.count", 340);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  /** They are refused, or may be: a format that comes to be tagged needs no change here. */
  private static final Set<String> NOT_TAGGED =
      Set.of("aac adts", "fragmented mp4", "rf64", "wavpack", "wma");

  @TempDir Path folder;

  /** A seed that is refused as it is would try nothing behind the first gate. */
  @Test
  void theSeedsAreSound() throws Exception {
    Path folderOfOne = Files.createDirectories(folder.resolve("file"));
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      Trial trial = new Trial(new FfmpegDecoder(), journal);
      for (Seed seed : Seeds.all(folder.resolve("seeds"))) {
        Path file = folderOfOne.resolve("seed." + seed.extension());
        Files.write(file, seed.bytes());
        Finding finding = trial.of(file);
        Files.delete(file);

        assertThat(finding.offence()).as(seed.format()).isEmpty();
        assertThat(finding.outcomes()).as(seed.format()).containsEntry("decode", "whole");
        if (!NOT_TAGGED.contains(seed.format())) {
          assertThat(finding.outcomes())
              .as(seed.format())
              .containsEntry("tags", "written and undone");
        }
        assertThat(Layout.of(seed.bytes())).as(seed.format()).hasSizeGreaterThan(2);
      }
    }
  }

  @Test
  void noDamageCostsMoreThanItsFile() throws Exception {
    String work = System.getProperty("fuzz.work");
    Fuzzing fuzzing = new Fuzzing(work == null ? folder : Path.of(work), System.out);

    fuzzing.run(COUNT, SEED);

    if (COUNT > 1_000) {
      System.out.println(fuzzing.tallies().table());
    }
    assertThat(fuzzing.offences()).isEmpty();
    assertThat(fuzzing.tallies().count("tags: written and undone")).isGreaterThan(COUNT / 10);
    assertThat(fuzzing.tallies().count("decode: whole")).isLessThan(COUNT);
  }
}
