package org.tonearm.panel.view;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.panel.MoodPoint;

/**
 * Puts marks for tracks on a map, so that they can be told apart: a mark a track where there is
 * room, else a mark for each square, larger for more tracks.
 *
 * @param plane what is shown
 * @param width of the map in pixels
 * @param height of the map in pixels
 */
record MapLayout(Plane plane, int width, int height) {
  /** Side of a square in pixels. */
  private static final int SQUARE = 16;

  /** So many marks on a map of a million pixels can be told apart. */
  private static final double ROOM = 2500;

  private static final double MILLION = 1e6;
  private static final double LARGEST = 7.5;
  private static final double SMALLEST = 2.5;
  private static final double LARGE = 5;
  private static final double SMALL = 3.5;

  /** The marks, at most some thousands. */
  List<MapMark> marks(List<MoodPoint> points, MapLegend legend) {
    List<MoodPoint> seen = new ArrayList<>();
    List<Point2D> places = new ArrayList<>();
    for (MoodPoint point : points) {
      Point2D place = place(point);
      if (place.getX() >= -SQUARE
          && place.getY() >= -SQUARE
          && place.getX() <= width + SQUARE
          && place.getY() <= height + SQUARE) {
        seen.add(point);
        places.add(place);
      }
    }
    double room = ROOM * width * height / MILLION;
    Map<String, Integer> marks = legend.marks();
    return seen.size() <= room
        ? single(seen, places, seen.size() < room / 4 ? LARGE : SMALL, marks)
        : squares(seen, places, marks, legend.size());
  }

  /** Whether a mark stands for more than a track. */
  static boolean joined(List<MapMark> marks) {
    return marks.stream().anyMatch(mark -> mark.tracks().size() > 1);
  }

  /** The tracks within a region, in their order. */
  List<MoodPoint> within(Path2D region, List<MoodPoint> points) {
    Rectangle2D around = region.getBounds2D();
    return points.stream()
        .filter(
            point -> {
              Point2D place = place(point);
              return around.contains(place) && region.contains(place);
            })
        .toList();
  }

  Point2D place(MoodPoint point) {
    return plane.place(point.valence(), point.arousal(), width, height);
  }

  private static List<MapMark> single(
      List<MoodPoint> seen, List<Point2D> places, double radius, Map<String, Integer> marks) {
    List<MapMark> single = new ArrayList<>(seen.size());
    for (int i = 0; i < seen.size(); i++) {
      GenreMark mark = new GenreMark(index(seen.get(i), marks));
      Point2D place = places.get(i);
      single.add(new MapMark(place.getX(), place.getY(), radius, mark, List.of(seen.get(i))));
    }
    return single;
  }

  private List<MapMark> squares(
      List<MoodPoint> seen, List<Point2D> places, Map<String, Integer> marks, int kinds) {
    Map<Long, List<MoodPoint>> squares = new LinkedHashMap<>();
    // Squares lie fast on the plane, so that they don't swim when the map is moved.
    Point2D middle = plane.place(0, 0, width, height);
    int most = 0;
    for (int i = 0; i < seen.size(); i++) {
      long column = (long) Math.floor((places.get(i).getX() - middle.getX()) / SQUARE);
      long row = (long) Math.floor((places.get(i).getY() - middle.getY()) / SQUARE);
      List<MoodPoint> square =
          squares.computeIfAbsent(column << 32 | (row & 0xFFFFFFFFL), key -> new ArrayList<>());
      square.add(seen.get(i));
      most = Math.max(most, square.size());
    }
    List<MapMark> joined = new ArrayList<>(squares.size());
    double full = Math.log1p(most);
    squares.forEach(
        (key, tracks) -> {
          double x = middle.getX() + ((key >> 32) + 0.5) * SQUARE;
          double y = middle.getY() + (key.intValue() + 0.5) * SQUARE;
          double radius = SMALLEST + (LARGEST - SMALLEST) * Math.log1p(tracks.size()) / full;
          GenreMark mark = new GenreMark(mostFrequent(tracks, marks, kinds));
          joined.add(new MapMark(x, y, radius, mark, tracks));
        });
    return joined;
  }

  private static int mostFrequent(List<MoodPoint> tracks, Map<String, Integer> marks, int kinds) {
    int[] counts = new int[kinds];
    int best = 0;
    for (MoodPoint track : tracks) {
      int kind = index(track, marks);
      counts[kind]++;
      if (counts[kind] > counts[best]) {
        best = kind;
      }
    }
    return best;
  }

  private static int index(MoodPoint point, Map<String, Integer> marks) {
    return marks.getOrDefault(point.genre(), marks.size());
  }
}
