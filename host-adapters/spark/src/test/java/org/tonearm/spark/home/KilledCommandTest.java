package org.tonearm.spark.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command is killed by the system while its driver is at work. */
final class KilledCommandTest {
  @TempDir private Path folder;

  /** Stands for the command: starts a driver and waits for it. */
  static final class Command {
    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      SparkHome home = new SparkHome(folder, folder.resolve("natives"));
      System.exit(new DriverProcess(home, arguments[1], "local", Map.of()).run(List.of()));
    }
  }

  /** Stands for a driver: watches as it does, and works for hours. */
  static final class Watching {
    public static void main(String[] arguments) throws Exception {
      ParentWatch.begin();
      Hours.main(arguments);
    }
  }

  /** Works for hours. */
  static final class Hours {
    public static void main(String[] arguments) throws Exception {
      System.out.println("driver " + ProcessHandle.current().pid());
      Thread.sleep(TimeUnit.HOURS.toMillis(1));
    }
  }

  @BeforeAll
  static void java() {
    int feature = Runtime.version().feature();
    Assumptions.assumeTrue(
        feature == 17 || feature == 21, "Spark runs on Java 17 and 21, not on " + feature);
  }

  @Test
  void aCommandThatIsAskedToEndTakesItsDriverAlong() throws Exception {
    Process command = start(Hours.class);
    ProcessHandle driver = driver(command);
    command.destroy();
    assertEnds(driver);
    assertThat(command.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void aDriverEndsWhenItsCommandWasKilled() throws Exception {
    Process command = start(Watching.class);
    ProcessHandle driver = driver(command);
    command.destroyForcibly().waitFor();
    assertEnds(driver);
  }

  private Process start(Class<?> main) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Command.class.getName(),
            folder.toString(),
            main.getName());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static ProcessHandle driver(Process command) throws Exception {
    BufferedReader out = command.inputReader();
    String line = out.readLine();
    assertThat(line).startsWith("driver ");
    return ProcessHandle.of(Long.parseLong(line.substring("driver ".length()))).orElseThrow();
  }

  private static void assertEnds(ProcessHandle driver) throws Exception {
    try {
      driver.onExit().get(1, TimeUnit.MINUTES);
    } finally {
      driver.destroyForcibly();
    }
    assertThat(driver.isAlive()).isFalse();
  }
}
