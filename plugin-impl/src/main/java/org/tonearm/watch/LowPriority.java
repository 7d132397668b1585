package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Steps back behind other programs: niceness 10, by {@code renice}, for all threads that there are,
 * and so for all threads and processes that these start. Does nothing where there is no such
 * program or no {@code /proc}. Stateless.
 */
public final class LowPriority {
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final int PATIENCE_SECONDS = 5;

  private LowPriority() {}

  /**
   * Steps back.
   *
   * @return whether it could be done
   * @throws InterruptedException if the thread is interrupted
   */
  public static boolean take() throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("renice", "-n", "10", "-p"));
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      threads.forEach(thread -> command.add(thread.getFileName().toString()));
      Process renice =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return renice.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && renice.exitValue() == 0;
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
  }
}
