package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class InterruptTest {
  @TempDir Path temp;

  @Test
  @Timeout(120)
  void ctrlCEndsARunWith130AndLeavesFilesWhole() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/bin/kill")) || Files.isExecutable(Path.of("/usr/bin/kill")),
        "The program kill is not here (Debian package procps): no way to send Ctrl-C.");
    Path first = FakeFile.make(temp.resolve("music/a.mp3"), 30, "jazz");
    Path endless = FakeFile.make(temp.resolve("music/endless.mp3"), 30, "jazz");
    Path after = FakeFile.make(temp.resolve("music/z.mp3"), 30, "jazz");
    List<String> untouched = FakeFile.lines(endless);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InterruptedMain.class.getName(),
                temp.resolve("data").toString(),
                "tag",
                "--jobs",
                "1",
                temp.resolve("music").toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.equals("listening")) {
        line = output.readLine();
      }
      assertThat(line).isEqualTo("listening");
      assertThat(new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor()).isZero();
      assertThat(output.lines()).anyMatch(told -> told.startsWith("Interrupted"));
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(FakeFile.lines(first).size()).isIn(1, 3);
    assertThat(FakeFile.lines(endless)).isEqualTo(untouched);
    assertThat(FakeFile.lines(after)).isEqualTo(untouched);
    try (Stream<Path> files = Files.list(temp.resolve("music"))) {
      assertThat(files).hasSize(3);
    }
  }
}
