package org.tonearm.run.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;

@SuppressWarnings("try") // a close that is interrupted fails its test, as it should
class RunLockTest {
  private static final String COMMAND = "tonearm tag Music";
  private static final Waiting REFUSED = Waiting.telling(false, s -> {}, () -> false);

  @TempDir private Path temporary;

  /** Takes the lock, says so, and holds it until it is killed or its input ends. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      RunLock lock = RunLock.take(Path.of(arguments[0]), COMMAND, REFUSED);
      System.out.println("held");
      if (System.in.read() < 0) {
        lock.close();
      }
    }
  }

  @Test
  void theSecondRunIsToldWhomItWaitsForAndGoesOnWhenTheFirstIsDone() throws Exception {
    List<String> told = new ArrayList<>();
    try (Other other = new Other()) {
      Waiting waiting =
          Waiting.telling(
              true,
              sentence -> {
                told.add(sentence);
                other.end();
              },
              () -> false);
      RunLock.take(folder(), "tonearm undo", waiting).close();
      assertThat(told)
          .singleElement()
          .asString()
          .startsWith("Another run is writing (process " + other.pid() + ", since ")
          .endsWith(": " + COMMAND + "). Waiting; Ctrl-C to leave.");
    }
  }

  @Test
  void theSecondRunIsRefusedIfItIsNotToWait() throws Exception {
    try (Other other = new Other()) {
      assertThatThrownBy(() -> RunLock.take(folder(), "tonearm undo", REFUSED))
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              e -> {
                assertThat(e.code()).isEqualTo("run-busy");
                assertThat(e.getMessage()).contains("process " + other.pid()).contains(COMMAND);
                assertThat(e.remedy()).contains("--no-wait");
              });
    }
  }

  @Test
  void aKilledRunBlocksNobody() throws Exception {
    try (Other other = new Other()) {
      other.kill();
    }
    assertThat(Files.readString(folder().resolve("run.lock"))).contains(COMMAND);
    RunLock.take(folder(), "tonearm undo", REFUSED).close();
    assertThat(Files.readString(folder().resolve("run.lock"))).contains("tonearm undo");
  }

  @Test
  void whoGivesUpWaitingIsLetGoAndHoldsNothing() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Waiting waiting =
        new Waiting(
            true, s -> {}, s -> {}, () -> asked.incrementAndGet() > 2, Duration.ofMillis(1));
    RunLock first = RunLock.take(folder(), COMMAND, REFUSED);
    try {
      assertThatThrownBy(() -> RunLock.take(folder(), "tonearm undo", waiting))
          .isInstanceOf(InterruptedException.class);
    } finally {
      first.close();
    }
    RunLock.take(folder(), COMMAND, REFUSED).close();
  }

  /** Closing any channel of a file loses all locks of a process on Unix. */
  @Test
  void aRunThatIsRefusedOrAskedAboutTakesNothingFromAnotherOfItsProcess() throws Exception {
    try (RunLock held = RunLock.take(folder(), COMMAND, REFUSED)) {
      assertThatThrownBy(() -> RunLock.take(folder(), "tonearm undo", REFUSED))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(COMMAND);
      assertThat(RunLock.holder(folder())).hasValue(ProcessHandle.current().pid());
      assertThatThrownBy(Other::new).isInstanceOf(AssertionError.class);
    }
    try (Other other = new Other()) {
      assertThat(RunLock.holder(folder())).hasValue(other.pid());
    }
  }

  @Test
  void noOneHoldsWhatWasNeverTakenOrWhoseHolderWasKilled() throws Exception {
    assertThat(RunLock.holder(folder())).isEmpty();
    try (Other other = new Other()) {
      other.kill();
    }
    assertThat(folder().resolve("run.lock")).exists();
    assertThat(RunLock.holder(folder())).isEmpty();
  }

  @Test
  void aDataFolderThatCannotBeMadeIsReported() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "no folder");
    assertThatThrownBy(() -> RunLock.take(file.resolve("data"), COMMAND, REFUSED))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e -> {
              assertThat(e.code()).isEqualTo("journal-io");
              assertThat(e.getMessage()).contains("data");
            });
  }

  @Test
  void theHolderIsShownWithItsDayIfThatIsAnother() {
    Holder holder = new Holder(7, Instant.parse("2026-11-20T13:02:03Z"), COMMAND);
    assertThat(holder.shown(ZoneOffset.ofHours(1), LocalDate.of(2026, 11, 20)))
        .isEqualTo("process 7, since 14:02: " + COMMAND);
    assertThat(holder.shown(ZoneOffset.ofHours(1), LocalDate.of(2026, 11, 21)))
        .isEqualTo("process 7, since 2026-11-20 14:02: " + COMMAND);
  }

  private Path folder() {
    return temporary.resolve("data");
  }

  /** Another process that holds the lock. */
  private final class Other implements AutoCloseable {
    private final Process process;

    Other() throws Exception {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xshare:auto",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path").replace("\n", File.pathSeparator),
                  Child.class.getName(),
                  folder().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      assertThat(said.readLine()).isEqualTo("held");
    }

    long pid() {
      return process.pid();
    }

    void end() {
      try {
        process.getOutputStream().close();
      } catch (java.io.IOException e) {
        process.destroy();
      }
    }

    void kill() throws InterruptedException {
      process.destroyForcibly();
      assertThat(process.waitFor()).isNotZero();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
