package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.Parts;
import org.tonearm.run.Cancellation;

/** Where the process starts and ends. */
public final class Main {
  private Main() {}

  /** Runs one command line and exits with its code. */
  public static void main(String[] arguments) {
    Cancellation cancellation = new Cancellation();
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> wait(cancellation, done), "interrupt"));
    Workplace workplace =
        new Workplace(
            Terminal.ofProcess(),
            new StandaloneHost(),
            Main::composition,
            cancellation,
            List.of(arguments));
    int code;
    try {
      code = new Program(workplace).run();
    } finally {
      done.countDown();
    }
    System.exit(code);
  }

  /** On Ctrl-C, lets the file that is being written come to its end. */
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

  private static Composition composition() {
    DataFolder data =
        DataFolder.of(
            System.getenv(),
            Path.of(System.getProperty("user.home")),
            System.getProperty("os.name"));
    return new Composition(data, Parts.installed());
  }
}
