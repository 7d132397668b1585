package org.tonearm.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tonearm.watch.StatusFile;
import org.tonearm.watch.WatchStatus;

/** A watch in a process of its own, which can be killed. */
final class WatchProcess {
  private final Path data;
  private final Process process;
  private final AtomicInteger written = new AtomicInteger();
  private final List<String> others = new ArrayList<>();
  private final Thread reader;

  private WatchProcess(Path data, Process process) {
    this.data = data;
    this.process = process;
    this.reader = new Thread(this::read, "output of the watch");
    reader.setDaemon(true);
    reader.start();
  }

  static WatchProcess start(Path data, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WatchedMain.class.getName(),
                data.toString(),
                "watch"));
    command.addAll(List.of(arguments));
    return new WatchProcess(data, new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("written ")) {
          written.incrementAndGet();
        } else if (!line.startsWith(" ")) {
          synchronized (others) {
            others.add(line);
          }
        }
      }
    } catch (IOException e) {
      // Killed.
    }
  }

  /** Lines about tracks written, up to now. */
  int written() {
    return written.get();
  }

  /** All lines but those about tracks written. */
  List<String> others() {
    synchronized (others) {
      return List.copyOf(others);
    }
  }

  /** Waits until so many tracks are written; false if the process ends before. */
  boolean until(int tracks) throws InterruptedException {
    while (written.get() < tracks) {
      if (!process.isAlive()) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }

  /** Waits until its status says that it has nothing to do, told after it was asked. */
  void untilIdle() throws InterruptedException {
    Instant asked = Instant.now();
    while (StatusFile.read(data.resolve("watch/status.json"))
        .filter(
            s ->
                s.told().isAfter(asked)
                    && s.waiting() == 0
                    && s.doing() == WatchStatus.Doing.WAITING)
        .isEmpty()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The watch has ended: " + others());
      }
      Thread.sleep(50);
    }
  }

  /** As a power failure would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
  }

  /** SIGTERM; returns the exit code. */
  int end() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    reader.join();
    return process.exitValue();
  }

  /** The lines that a verb prints, in this process. */
  static List<JsonNode> json(Path data, String... arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    new Program(
            WatchedMain.workplace(new Terminal(stream, stream, false), data, List.of(arguments)))
        .run();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
