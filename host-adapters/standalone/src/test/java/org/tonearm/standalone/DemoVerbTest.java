package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoVerbTest {
  @TempDir Path temp;

  @Test
  void tagsCopiesAndLeavesTheOriginalsAlone() throws IOException {
    Path empty = FakeFile.make(temp.resolve("music/empty.mp3"), 30, "jazz");
    Path full =
        FakeFile.make(temp.resolve("music/full.mp3"), 30, "jazz", "genre=Polka", "mood=Wild");
    List<String> emptyBefore = FakeFile.lines(empty);
    List<String> fullBefore = FakeFile.lines(full);
    Bench bench = new Bench(temp.resolve("data"));
    assertThat(bench.run("demo", temp.resolve("music"))).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("(none) -> Jazz", "(none) -> Happy", "Polka (kept)", "Wild (kept)");
    assertThat(FakeFile.lines(empty)).isEqualTo(emptyBefore);
    assertThat(FakeFile.lines(full)).isEqualTo(fullBefore);
    assertThat(temp.resolve("data")).doesNotExist();
  }
}
