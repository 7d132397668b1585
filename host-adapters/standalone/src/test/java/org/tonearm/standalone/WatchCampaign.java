package org.tonearm.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The long watch test: thousands of files arrive at once by copy, by rename and by slow write, and
 * the watch is killed in the middle and started again. The short one is {@link WatchKillTest}; as
 * there, a stub stands in the place of features and models.
 */
final class WatchCampaign {
  private static final int WRITERS = 4;
  private static final long SLOW_MILLIS = 10;

  private WatchCampaign() {}

  /**
   * Arguments: an empty or new folder on the file system to be tested; then the number of files,
   * default 10000. Ends with 0 if each file was tagged once, none missed and none changed but for
   * its tags.
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int files = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
    Path work = Files.createDirectories(Path.of(arguments[0])).toRealPath();
    Path music = Files.createDirectories(work.resolve("music"));
    Path data = work.resolve("data");
    if (!WatchJudge.present()) {
      out.println("Needs mutagen (Debian: python3-mutagen).");
      System.exit(2);
    }
    long begun = System.nanoTime();
    String[] watching = {"--settle", "2s", music.toString()};
    WatchProcess first = WatchProcess.start(data, watching);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<Void>> arriving = arrivals(writers, music, files);
    first.until(files / 4);
    first.kill();
    out.printf("killed after %d files, %.0f s%n", first.written(), seconds(begun));
    Thread.sleep(3000); // Files go on arriving while nobody watches.
    WatchProcess second = WatchProcess.start(data, watching);
    for (Future<Void> each : arriving) {
      each.get();
    }
    writers.shutdown();
    out.printf("all %d files have arrived, %.0f s%n", files, seconds(begun));
    second.until(files - first.written() - 1);
    second.untilIdle();
    out.printf("nothing is left to do, %.0f s; ended with %d%n", seconds(begun), second.end());

    second.others().stream().filter(line -> line.startsWith("failed")).forEach(out::println);
    int done = 0;
    List<JsonNode> runs = WatchProcess.json(data, "history", "--json");
    for (JsonNode run : runs) {
      done += run.get("done").asInt();
    }
    List<String> said = WatchJudge.judge(music, files);
    said.forEach(out::println);
    out.printf(
        "journal: %d files in %d runs; the first process told of %d, the second of %d%n",
        done, runs.size(), first.written(), second.written());
    boolean good = done == files && said.equals(List.of(files + " files, 0 wrong"));
    out.println(good ? "good" : "NOT GOOD");
    System.exit(good ? 0 : 1);
  }

  private static List<Future<Void>> arrivals(ExecutorService writers, Path music, int files) {
    WatchArrivals arrivals = new WatchArrivals(music, 100);
    List<Future<Void>> arriving = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int from = files * writer / WRITERS;
      int to = files * (writer + 1) / WRITERS;
      Callable<Void> work =
          () -> {
            arrivals.arrive(from, to, SLOW_MILLIS);
            return null;
          };
      arriving.add(writers.submit(work));
    }
    return arriving;
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
