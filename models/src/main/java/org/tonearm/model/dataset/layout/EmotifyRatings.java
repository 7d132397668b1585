package org.tonearm.model.dataset.layout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.NumberColumns;

/**
 * What Emotify's listeners felt: a row a listener and track, with the track's number from 1 to 400,
 * its genre, and 0 or 1 for each of the nine emotions of the Geneva Emotional Music Scale. A
 * genre's hundred tracks have numbers that follow each other; the file {@code rock/7.mp3} is the
 * seventh.
 */
final class EmotifyRatings {
  /**
   * A track's ratings.
   *
   * @param id number, 1 to 400
   * @param listeners how many rated it
   * @param shares by emotion, the share of listeners who chose it, with four decimals
   */
  record Track(int id, int listeners, Map<String, String> shares) {}

  private static final List<String> EMOTIONS = NumberColumns.EMOTIONS;
  private static final int TRACKS_A_GENRE = 100;
  private static final String REMEDY = "Take the file anew from the data set.";

  private static final class Sum {
    private final int id;
    private final int[] chosen = new int[EMOTIONS.size()];
    private int listeners;

    private Sum(int id) {
      this.id = id;
    }
  }

  private final Path path;
  private final Map<String, Sum> sums = new LinkedHashMap<>();

  private EmotifyRatings(Path path) {
    this.path = path;
  }

  /** Reads the table. */
  static EmotifyRatings read(Path path) throws ConfigurationException {
    ListFile list = ListFile.read(path);
    EmotifyRatings ratings = new EmotifyRatings(path);
    List<String> columns = new ArrayList<>(List.of("track id", "genre"));
    columns.addAll(EMOTIONS);
    for (CSVRecord row : list.rows(columns)) {
      ratings.add(list, row);
    }
    return ratings;
  }

  private void add(ListFile list, CSVRecord row) throws ConfigurationException {
    long line = row.getRecordNumber() + 1;
    String id = row.get("track id");
    if (!id.matches("[1-9]\\d{0,2}")) {
      throw list.error(line, "no number of a track: " + id, REMEDY);
    }
    int track = Integer.parseInt(id);
    int number = (track - 1) % TRACKS_A_GENRE + 1;
    Sum sum = sums.computeIfAbsent(row.get("genre") + "/" + number, key -> new Sum(track));
    if (sum.id != track) {
      throw list.error(
          line, "tracks " + sum.id + " and " + track + " are both " + row.get("genre"), REMEDY);
    }
    for (int e = 0; e < sum.chosen.length; e++) {
      String value = row.get(EMOTIONS.get(e));
      if (!value.equals("0") && !value.equals("1")) {
        throw list.error(line, EMOTIONS.get(e) + " is neither 0 nor 1: " + value, REMEDY);
      }
      sum.chosen[e] += value.equals("1") ? 1 : 0;
    }
    sum.listeners++;
  }

  /**
   * The ratings of a clip.
   *
   * @param genre its folder
   * @param number its name there
   * @param file named in the error
   * @throws ConfigurationException if nobody rated it
   */
  Track of(String genre, int number, Path file) throws ConfigurationException {
    Sum sum = sums.get(genre + "/" + number);
    if (sum == null) {
      throw new ConfigurationException(
          "data-set", path + " has no row for " + file, "Remove the file. " + REMEDY);
    }
    Map<String, String> shares = new LinkedHashMap<>();
    for (int e = 0; e < sum.chosen.length; e++) {
      double share = (double) sum.chosen[e] / sum.listeners;
      shares.put(EMOTIONS.get(e), String.format(Locale.ROOT, "%.4f", share));
    }
    return new Track(sum.id, sum.listeners, shares);
  }
}
