package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.NumberColumns;
import org.tonearm.model.network.HeadKind;

/** What the manifests' columns say, as heads of the network. */
public final class Targets {
  /** The fourteen genres of the shipped model: GTZAN's ten, and what else the data carries. */
  public static final List<String> GENRES =
      List.of(
          "blues",
          "classical",
          "country",
          "disco",
          "electronic",
          "folk",
          "hiphop",
          "jazz",
          "latin",
          "metal",
          "pop",
          "reggae",
          "rnb",
          "rock");

  /** Quadrants of valence and arousal: Q1 +V +A, Q2 -V +A, Q3 -V -A, Q4 +V -A. */
  public static final List<String> QUADRANTS = List.of("Q1", "Q2", "Q3", "Q4");

  /** MIREX-like clusters of mood words, from passionate (C1) to aggressive (C5). */
  public static final List<String> CLUSTERS = List.of("C1", "C2", "C3", "C4", "C5");

  private static final int CLIPS_A_WORD = 20;
  private static final int CLIPS_A_GENRE_WORD = 15;

  private Targets() {}

  /** A clip's genre among {@link #GENRES}, "" if it has none that can be used. */
  public static String genre(Clip clip) {
    boolean fault = clip.column("split_ff").equals("fault");
    String genre = clip.column("genre");
    return !fault && GENRES.contains(genre) ? genre : "";
  }

  /** A clip's quadrant, "" if it has none. */
  public static String quadrant(Clip clip) {
    String quadrant = clip.column("quadrant");
    String value = quadrant.isEmpty() ? clip.column("label") : quadrant;
    return QUADRANTS.contains(value) ? value : "";
  }

  /** A clip's MIREX-like cluster, "" if it has none. */
  public static String cluster(Clip clip) {
    String label = clip.column("label");
    return CLUSTERS.contains(label) ? label : "";
  }

  /** What the folds spread evenly: data set, genre and quadrant. */
  public static String foldLabel(Clip clip) {
    return clip.dataset() + "/" + genre(clip) + "/" + quadrant(clip);
  }

  /** Genre of the fourteen, weighted as said. */
  public static LabelHead genreHead(double weight) {
    return oneOf("genre", GENRES, weight, Targets::genre);
  }

  /** Quadrant of mood. */
  public static LabelHead quadrantHead(double weight) {
    return oneOf("quadrant", QUADRANTS, weight, Targets::quadrant);
  }

  /** MIREX-like cluster. */
  public static LabelHead clusterHead(double weight) {
    return oneOf("cluster", CLUSTERS, weight, Targets::cluster);
  }

  /** The mood word that a clip of the MIREX-like clusters was chosen by; those that occur. */
  public static LabelHead categoryHead(double weight, List<Clip> training) {
    List<String> categories =
        training.stream()
            .map(Targets::category)
            .filter(c -> !c.isEmpty())
            .distinct()
            .sorted()
            .toList();
    return oneOf("category", categories, weight, Targets::category);
  }

  private static String category(Clip clip) {
    return cluster(clip).isEmpty() ? "" : clip.column("category");
  }

  /** Mood words that at least twenty clips of the training part carry; any number a clip. */
  public static LabelHead wordHead(double weight, List<Clip> training) {
    return wordHead("words", "moods", CLIPS_A_WORD, weight, training);
  }

  /** AllMusic's genre words that at least fifteen clips of the training part carry. */
  public static LabelHead genreWordHead(double weight, List<Clip> training) {
    return wordHead("genreWords", "genres", CLIPS_A_GENRE_WORD, weight, training);
  }

  private static LabelHead wordHead(
      String name, String column, int least, double weight, List<Clip> training) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Clip clip : training) {
      words(clip, column).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    List<String> words =
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= least)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(ArrayList::new));
    return new LabelHead(
        name,
        words,
        HeadKind.SIGMOID,
        weight / Math.max(1, words.size()),
        clip -> {
          List<String> own = words(clip, column);
          if (own.isEmpty()) {
            return Optional.empty();
          }
          float[] target = new float[words.size()];
          for (int i = 0; i < target.length; i++) {
            target[i] = own.contains(words.get(i)) ? 1f : 0f;
          }
          return Optional.of(target);
        });
  }

  /** Emotify's nine emotions: the share of listeners who chose each. */
  public static LabelHead emotionHead(double weight) {
    return new LabelHead(
        "emotions",
        NumberColumns.EMOTIONS,
        HeadKind.SIGMOID,
        weight / NumberColumns.EMOTIONS.size(),
        clip -> numbers(clip, NumberColumns.EMOTIONS, 0, 1));
  }

  /** Film music's rated valence and arousal, brought from -1 to 1 onto 0 to 1. */
  public static LabelHead ratingHead(double weight) {
    return new LabelHead(
        "ratings",
        NumberColumns.RATINGS,
        HeadKind.SIGMOID,
        weight / NumberColumns.RATINGS.size(),
        clip -> numbers(clip, NumberColumns.RATINGS, -1, 1));
  }

  private static LabelHead oneOf(
      String name,
      List<String> labels,
      double weight,
      java.util.function.Function<Clip, String> label) {
    return new LabelHead(
        name,
        labels,
        HeadKind.SOFTMAX,
        weight,
        clip -> {
          int index = labels.indexOf(label.apply(clip));
          if (index < 0) {
            return Optional.empty();
          }
          float[] target = new float[labels.size()];
          target[index] = 1f;
          return Optional.of(target);
        });
  }

  private static List<String> words(Clip clip, String column) {
    return Arrays.stream(clip.column(column).split(";"))
        .map(String::trim)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Optional<float[]> numbers(
      Clip clip, List<String> columns, double low, double high) {
    float[] values = new float[columns.size()];
    for (int i = 0; i < values.length; i++) {
      String text = clip.column(columns.get(i));
      if (text.isEmpty()) {
        return Optional.empty();
      }
      values[i] = (float) ((Double.parseDouble(text) - low) / (high - low));
    }
    return Optional.of(values);
  }
}
