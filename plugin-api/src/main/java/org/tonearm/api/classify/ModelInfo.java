package org.tonearm.api.classify;

import java.util.List;
import java.util.Map;
import org.tonearm.api.Stability;
import org.tonearm.api.Task;

/**
 * What is known of an installed model.
 *
 * @param id id and version, unique among installed models
 * @param task the question it answers
 * @param labels in the order of its scores
 * @param featureId id of the {@code FeatureExtractor} whose frames it takes
 * @param windowFrames frames a window
 * @param threshold the default probability under which it abstains, 0 to 1
 * @param accuracy the figure of its card and how it was measured, in one sentence
 * @param data the data it was trained on, in one sentence
 * @param terms the terms of that data, in one sentence
 * @param words label to the words written into tags, such as Q1 to Happy
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record ModelInfo(
    String id,
    Task task,
    List<String> labels,
    String featureId,
    int windowFrames,
    double threshold,
    String accuracy,
    String data,
    String terms,
    Map<String, String> words) {
  /** Copies the collections. */
  public ModelInfo {
    labels = List.copyOf(labels);
    words = Map.copyOf(words);
  }
}
