package org.tonearm.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tonearm.audio.FfmpegDecoder;
import org.tonearm.audio.worker.DecoderSettings;
import org.tonearm.audio.worker.WorkerDecoder;
import org.tonearm.tag.journal.Journal;

/**
 * Sends mutated files of every container the way of a track and judges what comes of them: no
 * failure without a reason, none that takes longer than 30 seconds, no file harmed.
 */
public final class Fuzzing {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Path work;
  private final PrintStream out;
  private final Tallies tallies = new Tallies();
  private final List<String> offences = new ArrayList<>();

  /**
   * @param work a folder of its own; offending files are kept in its folder {@code offending},
   *     files that ended a worker in {@code cost-a-worker}
   * @param out for progress
   */
  Fuzzing(Path work, PrintStream out) {
    this.work = work;
    this.out = out;
  }

  /**
   * {@code --count N --seed S --work FOLDER}: 20,000 files by default. Ends with status 1 if there
   * were offences.
   */
  public static void main(String[] args) throws Exception {
    int count = 20_000;
    long seed = 1;
    Path work = Path.of("target", "fuzz");
    for (int i = 0; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--count" -> count = Integer.parseInt(args[i + 1]);
        case "--seed" -> seed = Long.parseLong(args[i + 1]);
        case "--work" -> work = Path.of(args[i + 1]);
        default -> throw new IllegalArgumentException(args[i]);
      }
    }
    Fuzzing fuzzing = new Fuzzing(work.toAbsolutePath(), System.out);
    fuzzing.run(count, seed);
    System.out.println(fuzzing.tallies.table());
    fuzzing.offences.forEach(System.out::println);
    System.exit(fuzzing.offences.isEmpty() ? 0 : 1);
  }

  /**
   * Makes and tries files.
   *
   * @param seed the same one makes the same files
   */
  void run(int count, long seed) throws Exception {
    List<Seed> seeds = Seeds.all(work.resolve("seeds"));
    Files.createDirectories(work.resolve("offending"));
    Path folder = Files.createDirectories(work.resolve("file"));
    DecoderSettings settings = new DecoderSettings(1, Duration.ofSeconds(20), 1_000);
    try (WorkerDecoder decoder = new WorkerDecoder(new FfmpegDecoder(), settings);
        Journal journal = Journal.open(work.resolve("journal.db"))) {
      Trial trial = new Trial(decoder, journal);
      long begun = System.nanoTime();
      for (int i = 0; i < count; i++) {
        Seed parent = seeds.get(i % seeds.size());
        // Each file has a generator of its own, so that one can be made again without the others.
        byte[] bytes = new Mutator(seeds, new Random(seed * 1_000_003 + i)).mutate(parent);
        Path file = folder.resolve("f" + i + "." + parent.extension());
        Files.write(file, bytes);
        judge(trial, parent, file, bytes, i);
        Files.deleteIfExists(file);
        if ((i + 1) % 1_000 == 0) {
          double seconds = (System.nanoTime() - begun) / 1e9;
          out.printf("%d files, %.0f s, %d offences%n", i + 1, seconds, offences.size());
        }
      }
    }
  }

  /** One line for each offence; a file has one at most. */
  List<String> offences() {
    return offences;
  }

  Tallies tallies() {
    return tallies;
  }

  private void judge(Trial trial, Seed parent, Path file, byte[] bytes, int number)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Finding finding = trial.of(file);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (took.compareTo(LONGEST) > 0) {
      finding.offence("time", new IllegalStateException("took " + took));
    }
    tallies.add(parent.format(), finding.outcomes());
    if (finding.outcomes().getOrDefault("decode", "").startsWith("decoder-")) {
      // No offence, but worth a look.
      Path costly = Files.createDirectories(work.resolve("cost-a-worker"));
      Files.write(costly.resolve(number + "." + parent.extension()), bytes);
    }
    if (finding.offence().isPresent()) {
      Throwable offence = finding.offence().orElseThrow();
      String name = number + "." + parent.extension();
      offences.add(name + " (" + parent.format() + ") " + finding.outcomes() + ": " + offence);
      Files.write(work.resolve("offending").resolve(name), bytes);
      StringWriter trace = new StringWriter();
      offence.printStackTrace(new PrintWriter(trace));
      Files.writeString(work.resolve("offending").resolve(number + ".txt"), trace.toString());
    }
  }
}
