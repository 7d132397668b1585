package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterruptTest {
  @TempDir Path temp;

  @BeforeAll
  static void needsKill() throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/bin/kill")) || Files.isExecutable(Path.of("/usr/bin/kill")),
        "The program kill is not here (Debian package procps): no way to send Ctrl-C.");
    assumeTrue(
        heedsInterrupts(),
        "This build was started with interrupts ignored (as by nohup or &): Ctrl-C does nothing.");
  }

  /** What ignores interrupts has children that do; Java then leaves it at that. */
  private static boolean heedsInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return true;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .noneMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  @Test
  @Timeout(120)
  void ctrlCEndsARunWith130AndLeavesFilesWhole() throws Exception {
    Path first = FakeFile.make(temp.resolve("music/a.mp3"), 30, "jazz");
    // Of another length, so that it is not known by what was heard of the first.
    Path endless = FakeFile.make(temp.resolve("music/endless.mp3"), 31, "jazz");
    Path after = FakeFile.make(temp.resolve("music/z.mp3"), 32, "jazz");
    List<String> afterBefore = FakeFile.lines(after);
    List<String> untouched = FakeFile.lines(endless);
    assertThat(interrupted("tag", "--jobs", "1", temp.resolve("music").toString()))
        .anyMatch(told -> told.startsWith("Interrupted"));
    assertThat(FakeFile.lines(first).size()).isIn(1, 3);
    assertThat(FakeFile.lines(endless)).isEqualTo(untouched);
    assertThat(FakeFile.lines(after)).isEqualTo(afterBefore);
    try (Stream<Path> files = Files.list(temp.resolve("music"))) {
      assertThat(files).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"evaluate, endless", "evaluate, deaf", "train --id a-b-1, deaf"})
  @Timeout(120)
  void ctrlCEndsATrainingThatListensAndOneThatDoesNot(String verb, String clip) throws Exception {
    Path music = FakeFile.make(temp.resolve(clip + ".mp3"), 30, "jazz");
    Path after = FakeFile.make(temp.resolve("z.mp3"), 31, "rock");
    Path manifest =
        Files.writeString(
            temp.resolve("manifest.csv"),
            "path,group,genre\n"
                + (music.getFileName() + ",a,jazz\n")
                + (after.getFileName() + ",b,rock\n"));
    List<String> command = new ArrayList<>(List.of(verb.split(" ", -1)));
    command.addAll(List.of("--task", "genre", "--manifest", manifest.toString()));
    command.addAll(List.of("--out", temp.resolve("out").toString()));
    assertThat(interrupted(command.toArray(String[]::new)))
        .anyMatch(told -> told.startsWith("Interrupted"))
        .noneMatch(told -> told.contains("gave up waiting"));
  }

  /** Starts a process, sends it Ctrl-C when it listens, and gives what it says after that. */
  private List<String> interrupted(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InterruptedMain.class.getName(),
                temp.resolve("data").toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.equals("listening")) {
        line = output.readLine();
      }
      assertThat(line).isEqualTo("listening");
      assertThat(new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor()).isZero();
      List<String> told = output.lines().toList();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
      return told;
    } finally {
      process.destroyForcibly();
    }
  }
}
