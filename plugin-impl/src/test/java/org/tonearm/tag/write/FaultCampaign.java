package org.tonearm.tag.write;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The long fault test: each system call of a write fails once, in every format. */
final class FaultCampaign {
  private FaultCampaign() {}

  /**
   * Arguments: an empty or new folder on the file system to be tested; how many faults of one kind
   * to strike at most, spread over the write (jaudiotagger reads an Ogg file in 13,000 bites, and
   * tens of thousands of calls are slow to watch); then formats, default all.
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path work = Files.createDirectories(Path.of(arguments[0])).toRealPath();
    if (Strace.missing().isPresent() || !KillJudge.present()) {
      out.println("Needs strace (" + Strace.missing().orElse("is here") + "), mutagen, ffmpeg.");
      System.exit(2);
    }
    Map<String, Path> songs = KillSongs.make(work.resolve("originals"));
    SubjectJava java = SubjectJava.quick(work.resolve("java"), songs.get("flac"));
    int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    if (arguments.length > 2) {
      songs.keySet().retainAll(List.of(arguments).subList(2, arguments.length));
    }
    boolean good = true;
    for (Map.Entry<String, Path> song : songs.entrySet()) {
      Path own = Files.createDirectories(work.resolve(song.getKey()));
      KillTrial reference =
          new KillTrial(
              java, song.getKey(), song.getValue(), song.getValue(), own.resolve("reference"));
      FaultTrials trials = new FaultTrials(reference, own);
      trials.strikeAll(most);
      KillAftermath aftermath = new KillAftermath(java, true);
      aftermath.examine(trials.trials(), own.resolve("list.txt"));
      out.println(
          song.getKey()
              + ": "
              + trials.trials().size()
              + " faults; after recovery "
              + new TreeMap<>(aftermath.counts()));
      trials.counts().forEach((kind, count) -> out.printf("  %5d %s%n", count, kind));
      trials.wrong().forEach(out::println);
      aftermath.faults().forEach(out::println);
      good &= trials.wrong().isEmpty() && aftermath.faults().isEmpty();
    }
    System.exit(good ? 0 : 1);
  }
}
