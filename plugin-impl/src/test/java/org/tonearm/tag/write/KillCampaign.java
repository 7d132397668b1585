package org.tonearm.tag.write;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The long kill test: in every format, a write is killed before each of its system calls on the
 * song's folder and the journal, and at random times. The short one is {@link KillTest}.
 */
final class KillCampaign {
  private static final int TIMED = 10;
  private static final long LONGEST_NANOS = 60_000_000;
  private static final int BATCH = 100;
  private static final int WORKERS = 3;

  private final Path work;
  private final PrintStream out;
  private final Random random = new Random(4711);
  private int number;

  KillCampaign(Path work, PrintStream out) {
    this.work = work;
    this.out = out;
  }

  /**
   * Arguments: an empty or new folder on the file system to be tested; then {@code every} to kill
   * before every call between the making of the copy and the folder's sync, or {@code doing}
   * (default) to leave out there those calls that only look; then formats, default all.
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path work = Files.createDirectories(Path.of(arguments[0])).toRealPath();
    boolean every = arguments.length > 1 && arguments[1].equals("every");
    List<String> formats =
        arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : List.of();
    if (Strace.missing().isPresent() || !KillJudge.present()) {
      out.println("Needs strace (" + Strace.missing().orElse("is here") + "), mutagen, ffmpeg.");
      System.exit(2);
    }
    System.exit(new KillCampaign(work, out).run(every, formats) ? 0 : 1);
  }

  private boolean run(boolean every, List<String> formats) throws Exception {
    boolean good = true;
    Map<String, Path> songs = KillSongs.make(work.resolve("originals"));
    SubjectJava java = SubjectJava.quick(folder("java"), songs.get("flac"));
    if (!formats.isEmpty()) {
      songs.keySet().retainAll(formats);
    }
    out.println(
        "format     kills  BEFORE   COPY  COMMIT RENAMED  AFTER  inside | after recovery: verdicts");
    Map<KillPhase, Integer> all = new EnumMap<>(KillPhase.class);
    for (Map.Entry<String, Path> song : songs.entrySet()) {
      KillAftermath aftermath = new KillAftermath(java, true);
      Map<KillPhase, Integer> phases =
          oneFormat(java, song.getKey(), song.getValue(), every, all.isEmpty(), aftermath);
      out.println(row(song.getKey(), phases) + " | " + new TreeMap<>(aftermath.counts()));
      aftermath.faults().forEach(out::println);
      good &= aftermath.faults().isEmpty();
      phases.forEach((phase, kills) -> all.merge(phase, kills, Integer::sum));
    }
    out.println(row("all", all));
    return good;
  }

  private Map<KillPhase, Integer> oneFormat(
      SubjectJava java,
      String format,
      Path original,
      boolean every,
      boolean newJournal,
      KillAftermath aftermath)
      throws Exception {
    KillTrial reference =
        new KillTrial(java, format, original, original, folder("reference-" + format));
    List<Strace.Call> calls = reference.watched();
    out.println(
        format
            + ": mutagen sees changed "
            + KillJudge.changed(List.of(original), List.of(reference.song())));
    List<Blow> blows = blows(calls, reference, every, newJournal);
    for (int i = 0; i < TIMED; i++) {
      long nanos = (long) (random.nextDouble() * LONGEST_NANOS);
      blows.add(trial -> trial.killAfter(nanos));
    }
    Map<KillPhase, Integer> phases = new EnumMap<>(KillPhase.class);
    for (int from = 0; from < blows.size(); from += BATCH) {
      List<Blow> batch = blows.subList(from, Math.min(blows.size(), from + BATCH));
      strike(batch, reference, phases, aftermath);
    }
    return phases;
  }

  /** A way to kill. */
  @FunctionalInterface
  private interface Blow {
    KillPhase strike(KillTrial trial) throws IOException, InterruptedException;
  }

  /**
   * Inside, before every call; around it, before those that change something, but for the making of
   * a new journal, which is the same for all formats and looked at once.
   */
  private static List<Blow> blows(
      List<Strace.Call> calls, KillTrial reference, boolean every, boolean newJournal) {
    List<Blow> blows = new ArrayList<>();
    boolean begun = newJournal;
    for (int i = 0; i < calls.size(); i++) {
      Strace.Call call = calls.get(i);
      KillPhase phase = KillPhase.of(calls.subList(0, i), reference.song());
      boolean ours =
          call.on(reference.song().getParent()) || call.on(reference.journal().getParent());
      begun |= call.on(reference.song());
      boolean wanted = phase.inside() ? every || !call.looks() : begun && call.changes();
      if (ours && wanted) {
        blows.add(trial -> trial.killAt(call));
      }
    }
    return blows;
  }

  private void strike(
      List<Blow> blows,
      KillTrial reference,
      Map<KillPhase, Integer> phases,
      KillAftermath aftermath)
      throws Exception {
    List<KillTrial> trials = new ArrayList<>();
    List<Callable<KillPhase>> strikes = new ArrayList<>();
    Path batch = folder("batch-" + reference.format());
    for (Blow blow : blows) {
      KillTrial trial =
          new KillTrial(
              reference.java(),
              reference.format(),
              reference.original(),
              reference.song(),
              batch.resolve("trial-" + number++));
      trials.add(trial);
      strikes.add(() -> blow.strike(trial));
    }
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      for (Future<KillPhase> struck : workers.invokeAll(strikes)) {
        phases.merge(struck.get(), 1, Integer::sum);
      }
    } finally {
      workers.shutdownNow();
    }
    int faults = aftermath.faults().size();
    aftermath.examine(trials, batch.resolve("list.txt"));
    if (aftermath.faults().size() == faults) {
      delete(batch); // else kept, to be looked at
    }
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name + "-" + number++));
  }

  private static String row(String name, Map<KillPhase, Integer> phases) {
    StringBuilder row = new StringBuilder();
    int kills = phases.values().stream().mapToInt(Integer::intValue).sum();
    row.append(String.format("%-9s %6d", name, kills));
    for (KillPhase phase : KillPhase.values()) {
      row.append(String.format(" %7d", phases.getOrDefault(phase, 0)));
    }
    int inside =
        phases.entrySet().stream()
            .filter(entry -> entry.getKey().inside())
            .mapToInt(Map.Entry::getValue)
            .sum();
    return row.append(String.format(" %7d", inside)).toString();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
