package org.tonearm.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonearm.run.TrackStatus;

/**
 * How a watch is getting on.
 *
 * @param pid number of its process
 * @param since when it began
 * @param told when this was told
 * @param ways how each folder is watched, in a sentence each
 * @param doing what it does now, such as {@code waiting} or {@code tagging}
 * @param waiting files that have not settled
 * @param tracks tracks that were through a run since it began, by what became of them
 * @param last when a track came through last
 * @param problem what went wrong last, in a sentence; empty if nothing did
 */
public record WatchStatus(
    long pid,
    Instant since,
    Instant told,
    List<String> ways,
    Doing doing,
    int waiting,
    Map<TrackStatus, Integer> tracks,
    Optional<Instant> last,
    Optional<String> problem) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** What a watch does. */
  public enum Doing {
    /** Nothing has settled. */
    WAITING,
    /** A run is under way. */
    TAGGING,
    /** It is a quiet hour. */
    QUIET,
    /** It has ended. */
    ENDED;

    /** In lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the collections. */
  public WatchStatus {
    ways = List.copyOf(ways);
    tracks = Map.copyOf(tracks);
  }

  /** In one line, for a log. */
  public String line() {
    return doing.word()
        + "; "
        + waiting
        + " waiting; since "
        + time(since)
        + ": "
        + counts()
        + problem.map(text -> "; last problem: " + text).orElse("");
  }

  /** In some lines, for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("process  " + pid + ", since " + time(since));
    ways.forEach(way -> lines.add("folder   " + way));
    lines.add("now      " + doing.word() + ", as of " + time(told));
    lines.add("waiting  " + waiting + (waiting == 1 ? " file" : " files") + " to stop growing");
    lines.add("tracks   " + counts());
    last.ifPresent(when -> lines.add("last     " + time(when)));
    problem.ifPresent(text -> lines.add("problem  " + text));
    return lines;
  }

  private String counts() {
    String counts =
        tracks.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(count -> count.getValue() + " " + count.getKey().word())
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "no track yet" : counts;
  }

  private static String time(Instant time) {
    return TIME.format(time.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
  }
}
