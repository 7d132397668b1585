package org.tonearm.panel.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonearm.panel.MoodPoint;

/**
 * Which genre has which mark. Names that differ in case only are one genre. Genres that are too
 * many to be told apart share the last mark.
 *
 * @param genres in the order of their marks; "" for tracks without one
 * @param rest whether the last mark stands for all other genres
 */
record MapLegend(List<String> genres, boolean rest) {
  /** Copies the list. */
  MapLegend {
    genres = List.copyOf(genres);
  }

  /** The most frequent genres, in the order of the alphabet. */
  static MapLegend of(List<MoodPoint> points) {
    Map<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    points.forEach(point -> counts.merge(point.genre(), 1, Integer::sum));
    boolean tooMany = counts.size() > GenreMark.MOST;
    TreeSet<String> shown = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER)))
        .limit(tooMany ? GenreMark.MOST - 1 : GenreMark.MOST)
        .forEach(entry -> shown.add(entry.getKey()));
    return new MapLegend(new ArrayList<>(shown), tooMany);
  }

  /** How many marks there are. */
  int size() {
    return genres.size() + (rest ? 1 : 0);
  }

  /** The mark of each genre that has its own, in whatever case it is asked for. */
  Map<String, Integer> marks() {
    Map<String, Integer> marks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < genres.size(); i++) {
      marks.put(genres.get(i), i);
    }
    return marks;
  }
}
