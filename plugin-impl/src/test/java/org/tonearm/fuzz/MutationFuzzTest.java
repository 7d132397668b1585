package org.tonearm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The small form; {@code -Dfuzz.count=20000 -Dfuzz.seed=S -Dfuzz.work=FOLDER} make it the full one.
 */
class MutationFuzzTest {
  private static final int COUNT = Integer.getInteger("fuzz.count", 340);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  @TempDir Path folder;

  /** A seed that is refused as it is would try nothing behind the first gate. */
  @Test
  void theSeedsAreSound() throws Exception {
    for (Seed seed : Seeds.all(folder.resolve("seeds"))) {
      Path file = folder.resolve("seed." + seed.extension());
      Files.write(file, seed.bytes());
      assertThat(SoundFile.decodes(file)).as(seed.format()).isTrue();
      assertThat(Layout.of(seed.bytes())).as(seed.format()).hasSizeGreaterThan(2);
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
