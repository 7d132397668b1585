package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty writes are killed; {@link KillCampaign} kills a thousand. */
class KillTest {
  private static final int KILLS = 20;
  private static final int WORKERS = 3;
  private static final long SEED = 20_261_121;

  @TempDir private Path folder;

  @Test
  void aKilledWriteCostsNothing() throws Exception {
    Map<String, Path> songs = KillSongs.make(folder.resolve("originals"));
    SubjectJava java = SubjectJava.quick(folder.resolve("java"), songs.get("flac"));
    List<KillTrial> references = new ArrayList<>();
    for (Map.Entry<String, Path> song : songs.entrySet()) {
      references.add(
          new KillTrial(
              java,
              song.getKey(),
              song.getValue(),
              song.getValue(),
              folder.resolve("reference-" + song.getKey())));
    }
    write(references);

    List<KillTrial> trials = new ArrayList<>();
    List<Callable<KillPhase>> kills = new ArrayList<>();
    Optional<String> untraceable = Strace.missing();
    untraceable.ifPresent(
        why -> System.out.println("KillTest kills between steps only, not calls: " + why));
    Random random = new Random(SEED);
    WriteStep[] steps = WriteStep.values();
    for (int i = 0; i < KILLS; i++) {
      KillTrial reference = references.get(i % references.size());
      KillTrial trial =
          new KillTrial(
              java,
              reference.format(),
              reference.original(),
              reference.song(),
              folder.resolve("trial-" + i));
      trials.add(trial);
      WriteStep step = steps[random.nextInt(steps.length)];
      Strace.Call call = someCall(random);
      kills.add(
          i % 2 == 0 || untraceable.isPresent()
              ? () -> trial.killOnceTold(step)
              : () -> trial.killAt(call));
    }
    List<KillPhase> phases = strike(kills);

    KillAftermath aftermath = new KillAftermath(java, KillJudge.present());
    aftermath.examine(trials, folder.resolve("list.txt"));
    assertThat(aftermath.faults()).isEmpty();
    assertThat(phases).as("phases, seed " + SEED).anyMatch(KillPhase::inside);
  }

  /** Some at a time: most of a short process is waiting for disks and for others. */
  private static List<KillPhase> strike(List<Callable<KillPhase>> kills) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<KillPhase> phases = new ArrayList<>();
      for (Future<KillPhase> struck : workers.invokeAll(kills)) {
        phases.add(struck.get());
      }
      return phases;
    } finally {
      workers.shutdownNow();
    }
  }

  /** Of those that every format makes between the journal's first note and the folder's sync. */
  private static Strace.Call someCall(Random random) {
    List<Strace.Call> calls =
        List.of(
            new Strace.Call("rename", 1, ""),
            new Strace.Call("utimensat", 1, ""),
            new Strace.Call("utimensat", 2, ""),
            new Strace.Call("sendfile", 1, ""),
            new Strace.Call("chmod", 1, ""),
            new Strace.Call("fsync", 10, ""),
            new Strace.Call("fsync", 11, ""),
            new Strace.Call("fsync", 12, ""),
            new Strace.Call("fsync", 13, ""));
    return calls.get(random.nextInt(calls.size()));
  }

  /** What writes leave that nobody kills. */
  private void write(List<KillTrial> references) throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    for (KillTrial reference : references) {
      reference.lay();
      lines.append(reference.song()).append('\t').append(reference.journal()).append('\n');
    }
    Path list = Files.writeString(folder.resolve("references.txt"), lines);
    assertThat(SubjectProcess.all(references.get(0).java(), "tag", list))
        .hasSameSizeAs(references)
        .containsOnly("written");
  }
}
