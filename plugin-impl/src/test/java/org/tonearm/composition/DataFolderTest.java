package org.tonearm.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DataFolderTest {
  private static final Path HOME = Path.of("/home/ann");

  @Test
  void isWhatTheUserSays() {
    assertThat(folder(Map.of("TONEARM_HOME", "/mnt/t", "XDG_DATA_HOME", "/data"), "Linux"))
        .isEqualTo(Path.of("/mnt/t").toAbsolutePath());
  }

  @Test
  void followsTheBaseDirectorySpecification() {
    assertThat(
            folder(Map.of("XDG_DATA_HOME", Path.of("/data").toAbsolutePath().toString()), "Linux"))
        .isEqualTo(Path.of("/data/tonearm").toAbsolutePath());
    assertThat(folder(Map.of(), "Linux")).isEqualTo(HOME.resolve(".local/share/tonearm"));
    assertThat(folder(Map.of("XDG_DATA_HOME", "relative"), "Linux"))
        .isEqualTo(HOME.resolve(".local/share/tonearm"));
  }

  @Test
  void liesWhereTheSystemKeepsData() {
    assertThat(folder(Map.of(), "Mac OS X"))
        .isEqualTo(HOME.resolve("Library/Application Support/Tonearm"));
    assertThat(folder(Map.of("APPDATA", "/appdata"), "Windows 11"))
        .isEqualTo(Path.of("/appdata/Tonearm"));
  }

  private static Path folder(Map<String, String> environment, String osName) {
    return DataFolder.of(environment, HOME, osName).root();
  }
}
