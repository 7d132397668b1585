package org.tonearm.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadOnceTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsReplacedMeanwhileStaysWhatItWas() throws Exception {
    Path file = Files.writeString(folder.resolve("statistics.bin"), "as it was hashed");
    ModelSource source = new ReadOnce(name -> Files.newInputStream(folder.resolve(name)));

    try (InputStream hashed = source.open("statistics.bin")) {
      assertThat(hashed.read()).isEqualTo('a');
    }
    Files.writeString(file, "trained anew");

    try (InputStream heard = source.open("statistics.bin")) {
      assertThat(heard).hasContent("as it was hashed");
    }
  }

  @Test
  void aFileThatIsMissingIsAskedForAgain() throws Exception {
    ModelSource source = new ReadOnce(name -> Files.newInputStream(folder.resolve(name)));
    assertThatThrownBy(() -> source.open("model.json")).isInstanceOf(NoSuchFileException.class);

    Files.writeString(folder.resolve("model.json"), "{}");

    try (InputStream in = source.open("model.json")) {
      assertThat(in).hasContent("{}");
    }
  }
}
