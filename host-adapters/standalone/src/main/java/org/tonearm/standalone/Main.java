package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.EngineSettings;
import org.tonearm.composition.Parts;
import org.tonearm.configuration.ConfigurationPlace;
import org.tonearm.run.Cancellation;

/** Where the process starts and ends. */
public final class Main {
  private Main() {}

  /** Runs one command line and exits with its code. */
  public static void main(String[] arguments) {
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name");
    DataFolder data = DataFolder.of(System.getenv(), home, system);
    exitAfter(
        new Workplace(
            Terminal.ofProcess(),
            new StandaloneHost(),
            data,
            ConfigurationPlace.of(System.getenv(), home, system),
            (folder, configuration) ->
                new Composition(
                    folder, Parts.installed(), configuration, EngineSettings.of(configuration)),
            new Cancellation(),
            List.of(arguments)));
  }

  /** Runs, exits, and on Ctrl-C lets the file that is being written come to its end first. */
  static void exitAfter(Workplace workplace) {
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> wait(workplace.cancellation(), done), "interrupt"));
    int code;
    try {
      code = new Program(workplace).run();
    } finally {
      done.countDown();
    }
    System.exit(code);
  }

  private static void wait(Cancellation cancellation, CountDownLatch done) {
    cancellation.request();
    try {
      if (!done.await(60, TimeUnit.SECONDS)) {
        System.err.println("tonearm: gave up waiting; no file was left half-written.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
