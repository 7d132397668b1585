package org.tonearm.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What jpackage is told on Windows and macOS. */
final class PackageSettingsTest {
  private final Path installer = Path.of("").toAbsolutePath();

  @ParameterizedTest
  @CsvSource({"windows.txt, tonearm.ico", "macos.txt, tonearm.icns"})
  void theIconLiesWhereTheBuildPutsIt(String settings, String icon) throws Exception {
    assertThat(Files.readString(installer.resolve("build.sh")))
        .contains("out=$here/target/package\n")
        .containsPattern("cp .*\"\\$files\"/" + icon + " .*\"\\$out/\"");
    assertThat(Files.readAllLines(installer.resolve("src/packaging").resolve(settings)))
        .contains("--icon installer/target/package/" + icon);
  }
}
