package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.model.dataset.Clip;

/** Tells of labels in manifests that are none of Tonearm's: their clips count as unlabelled. */
public final class UnknownLabels {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownLabels.class);
  private static final int MOST = 10;

  private UnknownLabels() {}

  /** Warns of those in the columns {@code genre} and {@code quadrant}. */
  public static void warn(List<Clip> clips) {
    sentences(clips).forEach(LOG::warn);
  }

  /** One sentence a column in which there are any. */
  static List<String> sentences(List<Clip> clips) {
    List<String> sentences = new ArrayList<>();
    sentence("genre", Targets.GENRES, clips, sentences);
    sentence("quadrant", Targets.QUADRANTS, clips, sentences);
    return sentences;
  }

  private static void sentence(
      String column, List<String> known, List<Clip> clips, List<String> sentences) {
    Map<String, Integer> counts = new TreeMap<>();
    clips.stream()
        .map(clip -> clip.column(column))
        .filter(value -> !value.isEmpty() && !known.contains(value))
        .forEach(value -> counts.merge(value, 1, Integer::sum));
    if (!counts.isEmpty()) {
      sentences.add(
          "not known in the column "
              + column
              + ", and taken for none: "
              + counts.entrySet().stream()
                  .limit(MOST)
                  .map(value -> value.getKey() + " (clips: " + value.getValue() + ")")
                  .collect(Collectors.joining(", "))
              + (counts.size() > MOST ? " and " + (counts.size() - MOST) + " more" : "")
              + "; write one of "
              + String.join(", ", known));
    }
  }
}
