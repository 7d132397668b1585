package org.tonearm.spark.analyze;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tonearm.api.ConfigurationException;
import org.tonearm.spark.journal.Writer;
import org.tonearm.spark.schema.Output;

/**
 * The right to hear into an output, which one run has at a time: a small file there, written anew
 * again and again. That of a process that has ended on this machine is free at once, that of
 * another machine after some minutes of silence. Thread-safe.
 */
public final class Turn implements AutoCloseable {
  private static final String PLACE = "hearing";
  private static final Duration RENEWED = Duration.ofSeconds(30);
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private final Output output;
  private final String run;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(Turn::thread);

  private Turn(Output output, String run) {
    this.output = output;
    this.run = run;
  }

  /**
   * Takes it.
   *
   * @param run name of the run
   * @throws ConfigurationException {@code cluster-busy} if another run has it
   */
  public static Turn take(Output output, String run) throws IOException, ConfigurationException {
    Optional<Instant> renewed = output.modified(PLACE);
    Optional<String> other = output.read(PLACE);
    if (renewed.isPresent() && other.isPresent()) {
      if (!over(other.get(), renewed.get())) {
        throw busy(output, other.get());
      }
      output.remove(PLACE);
    }
    Turn turn = new Turn(output, run);
    if (!output.claim(PLACE, turn.text())) {
      throw busy(output, output.read(PLACE).orElse(""));
    }
    turn.demand();
    turn.begin();
    return turn;
  }

  /**
   * Sees that this run still has it.
   *
   * @throws ConfigurationException {@code cluster-busy} if another took it, after a long silence
   */
  public synchronized void demand() throws IOException, ConfigurationException {
    String present = output.read(PLACE).orElse("");
    if (!present.equals(text())) {
      throw busy(output, present);
    }
  }

  /** A turn that can't be given back ends by its silence. */
  @Override
  public void close() {
    renewal.shutdown();
    try {
      if (renewal.awaitTermination(RENEWED.toSeconds(), TimeUnit.SECONDS)
          && output.read(PLACE).filter(text()::equals).isPresent()) {
        output.remove(PLACE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // As said above.
    }
  }

  private void begin() {
    var unused =
        renewal.scheduleWithFixedDelay(
            this::renew, RENEWED.toSeconds(), RENEWED.toSeconds(), TimeUnit.SECONDS);
  }

  private synchronized void renew() {
    try {
      demand();
      output.write(PLACE, text());
    } catch (IOException | ConfigurationException | RuntimeException e) {
      // The store may answer next time; who has lost the turn sees it before the next part.
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "tonearm-turn");
    thread.setDaemon(true);
    return thread;
  }

  private String text() {
    Writer own = Writer.own();
    return String.join(
        "\n", run, own.host(), Long.toString(own.pid()), Long.toString(own.started()));
  }

  private static boolean over(String other, Instant renewed) {
    return renewed.plus(SILENCE).isBefore(Instant.now())
        || writer(other).filter(Writer::ended).isPresent();
  }

  private static Optional<Writer> writer(String text) {
    List<String> lines = text.lines().toList();
    try {
      return Optional.of(
          new Writer(lines.get(1), Long.parseLong(lines.get(2)), Long.parseLong(lines.get(3))));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty(); // half written
    }
  }

  private static ConfigurationException busy(Output output, String other) {
    String who =
        writer(other)
            .map(
                writer ->
                    ", of run " + other.lines().findFirst().orElse("") + " on " + writer.host())
            .orElse("");
    return new ConfigurationException(
        "cluster-busy",
        "Another 'analyze'" + who + ", hears into " + output.uri() + " already.",
        "Wait until it ends. If it was killed, start this again in five minutes.");
  }
}
