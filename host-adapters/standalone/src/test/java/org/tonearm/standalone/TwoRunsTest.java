package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one data folder and the same music, by mistake. */
final class TwoRunsTest {
  private static final int SONGS = 8;

  @TempDir Path temp;

  @Test
  @Timeout(120)
  void oneGoesAfterTheOtherAndEachFileIsTaggedOnce() throws Exception {
    Path music = temp.resolve("music");
    Map<Path, List<String>> before = new HashMap<>();
    for (int i = 0; i < SONGS; i++) {
      Path song = FakeFile.make(music.resolve(i + ".mp3"), 30 + i, "jazz", "genre=Unknown");
      before.put(song, FakeFile.lines(song));
    }
    List<Process> both = List.of(start("tag", music.toString()), start("tag", music.toString()));
    for (Process process : both) {
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(told).isEqualTo(ExitCode.GOOD);
    }
    for (Path song : before.keySet()) {
      assertThat(FakeFile.lines(song)).contains("genre=Jazz").doesNotContain("genre=Unknown");
    }

    Bench bench = new Bench(temp.resolve("data"));
    assertThat(bench.run("history", "--json")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json().stream().mapToInt(run -> run.get("done").asInt()).sum())
        .isEqualTo(SONGS);
    assertThat(bench.run("undo")).isEqualTo(ExitCode.GOOD);
    for (Path song : before.keySet()) {
      assertThat(FakeFile.lines(song)).isEqualTo(before.get(song));
    }
    try (Stream<Path> files = Files.list(music)) {
      assertThat(files).containsExactlyInAnyOrderElementsOf(before.keySet());
    }
  }

  @Test
  @Timeout(120)
  void aProcessThatWritesKeepsOthersOutUntilItEndsHoweverItEnds() throws Exception {
    Path endless = FakeFile.make(temp.resolve("endless.mp3"), 31, "jazz");
    Path song = FakeFile.make(temp.resolve("song.mp3"), 30, "jazz", "genre=Unknown");
    List<String> before = FakeFile.lines(song);
    Bench bench = new Bench(temp.resolve("data"));
    Process process = start("tag", endless.toString());
    try {
      listening(process);
      assertThat(bench.run("tag", "--no-wait", song)).isEqualTo(ExitCode.WRONG_USE);
      assertThat(bench.err()).contains("Another run is writing (process " + process.pid());
      assertThat(FakeFile.lines(song)).isEqualTo(before);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(bench.run("tag", "--no-wait", song)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).isNotEqualTo(before);
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                InterruptedMain.class.getName(),
                temp.resolve("data").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static void listening(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.equals("listening")) {
      line = output.readLine();
    }
    assertThat(line).isEqualTo("listening");
  }
}
