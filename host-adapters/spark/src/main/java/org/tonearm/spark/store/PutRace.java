package org.tonearm.spark.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts twice at the same instant on the same entity tag; of the two, one has to be refused. */
final class PutRace {
  private static final int ROUNDS = 8;
  private static final int RUNNERS = 2;

  private final ConditionalStore objects;
  private final String uri;

  /**
   * @param uri an object to spoil
   */
  PutRace(ConditionalStore objects, String uri) {
    this.objects = objects;
    this.uri = uri;
  }

  /**
   * Some hundred requests.
   *
   * @param folder a local folder for the contents
   * @return whether never both were taken: a proof of the contrary, no proof of this
   */
  boolean oneWins(Path folder) throws IOException {
    ExecutorService runners = Executors.newFixedThreadPool(RUNNERS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        if (taken(runners, folder, round) > 1) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the trial of " + uri + " was stopped", e);
    } finally {
      runners.shutdownNow();
    }
  }

  private int taken(ExecutorService runners, Path folder, int round)
      throws IOException, InterruptedException {
    StoredFile seen = objects.status(uri);
    CyclicBarrier start = new CyclicBarrier(RUNNERS);
    List<Callable<Boolean>> puts = new ArrayList<>();
    for (int runner = 0; runner < RUNNERS; runner++) {
      Path content = Files.writeString(folder.resolve("runner-" + runner), round + " of " + runner);
      puts.add(
          () -> {
            start.await();
            try {
              objects.replace(seen, content, true);
              return true;
            } catch (IOException e) {
              return false;
            }
          });
    }
    int taken = 0;
    for (Future<Boolean> put : runners.invokeAll(puts)) {
      try {
        taken += put.get() ? 1 : 0;
      } catch (ExecutionException e) {
        throw new IOException("the trial of " + uri + " failed: " + e.getCause(), e);
      }
    }
    return taken;
  }
}
