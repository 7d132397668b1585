package org.tonearm.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs {@code tonearm tag} over copies of tracks, in a process and a data folder of its own: from
 * opening the files to writing their tags.
 */
public final class RunBench {
  private static final int LOOK_MILLIS = 50;

  private final List<String> java;

  /**
   * @param java the command that starts Tonearm, without its verb
   */
  public RunBench(List<String> java) {
    this.java = List.copyOf(java);
  }

  /** This program again, with the options of this virtual machine. */
  public static RunBench ofThisProgram(List<String> options, Class<?> main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    options.stream().filter(option -> !option.startsWith("-agentlib")).forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return new RunBench(command);
  }

  /**
   * Measures one run.
   *
   * @param tracks copied; the originals are only read
   * @param options of {@code tag}
   * @param models folder of the user's own models, which the run can use; may be missing
   * @throws IOException if copies can't be made
   * @throws IllegalStateException if the run fails; it has what was said
   */
  public RunFigures run(List<Path> tracks, List<String> options, Path models)
      throws IOException, InterruptedException {
    Path place = Files.createTempDirectory("tonearm-bench");
    try {
      copy(models, place.resolve("home").resolve(models.getFileName()));
      Path music = Files.createDirectory(place.resolve("music"));
      for (int i = 0; i < tracks.size(); i++) {
        Files.copy(tracks.get(i), music.resolve(i + "-" + tracks.get(i).getFileName()));
      }
      List<String> command = new ArrayList<>(java);
      command.addAll(List.of("tag", "--policy", "replace", "--min-replace", "0"));
      command.addAll(options);
      command.add(music.toString());
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("TONEARM_HOME", place.resolve("home").toString());
      Path said = place.resolve("said.txt");
      builder.redirectErrorStream(true).redirectOutput(said.toFile());
      long begun = System.nanoTime();
      Process process = builder.start();
      double cpu = watch(process);
      double seconds = (System.nanoTime() - begun) * 1e-9;
      if (process.exitValue() != 0) {
        throw new IllegalStateException("the run failed: " + Files.readString(said));
      }
      return new RunFigures(tracks.size(), seconds, cpu);
    } finally {
      ScanBench.remove(place);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copy = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(each, copy);
        }
      }
    }
  }

  /** Waits for a process; what it and its children had used when last seen. */
  private static double watch(Process process) throws InterruptedException {
    Map<Long, Duration> used = new HashMap<>();
    try {
      do {
        look(process, used);
      } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } finally {
      process.destroyForcibly();
    }
    return used.values().stream().mapToDouble(Duration::toMillis).sum() / 1000;
  }

  private static void look(Process process, Map<Long, Duration> used) {
    try (Stream<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
      all.forEach(
          each ->
              each.info().totalCpuDuration().ifPresent(duration -> used.put(each.pid(), duration)));
    }
  }
}
