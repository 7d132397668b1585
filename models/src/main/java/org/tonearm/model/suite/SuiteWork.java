package org.tonearm.model.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.tonearm.model.suite.outcome.FoldRecord;
import org.tonearm.model.suite.outcome.Records;
import org.tonearm.model.training.TrainingListener;

/** Runs rows fold by fold, networks before the machines that need them, and skips what is kept. */
final class SuiteWork {
  private static final long WRITE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Records records;
  private final TrainingListener listener;
  private final int jobs;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong written = new AtomicLong(System.nanoTime());

  /**
   * @param jobs folds worked on at a time
   */
  SuiteWork(Records records, TrainingListener listener, int jobs) {
    this.records = records;
    this.listener = listener;
    this.jobs = jobs;
  }

  /** Writes the table of what is kept. */
  @FunctionalInterface
  interface TableWriter {
    void write() throws IOException;
  }

  /** One row's work on a fold, and how many rows asked for it. */
  private record Step(SuiteRow row, int held, int rows) {}

  /** What rows that need the same work have in common. */
  private record Need(String task, String doneBy, int held) {}

  /**
   * Runs what is not kept yet.
   *
   * @param table written once a minute at most, after a fold
   */
  void run(List<SuiteRow> rows, TableWriter table) throws IOException, InterruptedException {
    List<SuiteRow> networks =
        rows.stream().filter(row -> row.work() instanceof NetworkWork).toList();
    List<SuiteRow> machines =
        rows.stream().filter(row -> !(row.work() instanceof NetworkWork)).toList();
    int total = rows.stream().mapToInt(row -> row.plan().run()).sum();
    AtomicInteger done = new AtomicInteger(total - missing(rows));
    if (done.get() > 0) {
      listener.progress("papers", done.get(), total, "kept of an earlier run");
    }
    run(steps(networks), done, total, table);
    done.set(total - missing(machines));
    run(steps(machines), done, total, table);
  }

  private int missing(List<SuiteRow> rows) throws IOException {
    return steps(rows).stream().mapToInt(Step::rows).sum();
  }

  /** The work that is still to be done, once for all rows that need the same. */
  private List<Step> steps(List<SuiteRow> rows) throws IOException {
    Map<Need, List<SuiteRow>> needs = new LinkedHashMap<>();
    for (SuiteRow row : rows) {
      for (int held = 0; held < row.plan().run(); held++) {
        if (!kept(row, held)) {
          String doneBy = row.work().doneBy(row.info().id());
          Need need = new Need(row.plan().task(), doneBy, held);
          needs.computeIfAbsent(need, n -> new ArrayList<>()).add(row);
        }
      }
    }
    List<Step> steps = new ArrayList<>();
    needs.forEach((need, asking) -> steps.add(new Step(asking.get(0), need.held(), asking.size())));
    return steps;
  }

  private boolean kept(SuiteRow row, int held) throws IOException {
    Optional<FoldRecord> record =
        records.find(row.plan().task(), row.info().id(), held, row.work().recipe());
    return record.isPresent() && row.work().ended(record.get());
  }

  private void run(List<Step> steps, AtomicInteger done, int total, TableWriter table)
      throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (Step step : steps) {
        Callable<Void> work =
            () -> {
              String note = run(step);
              listener.progress("papers", done.addAndGet(step.rows()), total, note);
              write(table);
              return null;
            };
        parts.add(pool.submit(work));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw cause(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static String run(Step step) throws IOException, InterruptedException {
    SuiteRow row = step.row();
    String name = row.plan().task() + " " + row.info().id();
    if (!row.plan().parts(step.held()).whole()) {
      return name + ": too few clips";
    }
    return row.work()
        .run(row.plan(), row.info().id(), step.held())
        .map(record -> name + ": " + right(record) + " of " + record.tracks().size() + " right")
        .orElse(name + ": waits for its network");
  }

  private static long right(FoldRecord record) {
    return record.tracks().stream().filter(t -> t.right()).count();
  }

  private void write(TableWriter table) throws IOException {
    long now = System.nanoTime();
    if (now - written.get() >= WRITE_NANOS && writing.tryLock()) {
      try {
        written.set(now);
        table.write();
      } finally {
        writing.unlock();
      }
    }
  }

  private static IOException cause(ExecutionException e) throws InterruptedException {
    Throwable cause = e.getCause();
    if (cause instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (cause instanceof RuntimeException own) {
      throw own;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}
