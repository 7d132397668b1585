package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the page does what it says, and the page shows that very text. */
final class EmbeddingTest {
  private static final Path SOURCE = Path.of("src/test/java/org/tonearm/standalone/Embedding.java");
  private static final Path PAGE = Path.of("../../docs/embedding.md");

  @TempDir Path temp;

  @Test
  void tagsAndTakesBack() throws Exception {
    Path jazz = FakeFile.make(temp.resolve("music/jazz.mp3"), 30, "jazz");
    List<String> told =
        Embedding.tagAndTakeBack(
            temp.resolve("music"), temp.resolve("data"), FakeListening.parts());
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).startsWith(jazz.toString()).contains("Jazz", "Happy");
    assertThat(told.get(1)).isEqualTo(jazz + " is as it was");
    assertThat(FakeFile.lines(jazz)).containsExactly("FAKE 30 jazz");
  }

  @Test
  void standsOnThePageAsItIs() throws IOException {
    String source = Files.readString(SOURCE);
    String example =
        source
            .substring(source.indexOf("  // begin\n") + "  // begin\n".length())
            .replaceFirst("(?s) {2}// end\n.*", "")
            .indent(-2);
    assertThat(example.lines().count()).isLessThan(40);
    assertThat(Files.readString(PAGE)).contains("```java\n" + example + "```\n");
    source
        .lines()
        .filter(line -> line.startsWith("import org.tonearm."))
        .forEach(line -> assertThat(page()).contains(line));
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
