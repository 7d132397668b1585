package org.tonearm.model.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Verdict;
import org.tonearm.api.classify.ModelInfo;

/**
 * Decides what is told of a track: the best label if it is sure enough and the track is music at
 * all, else nothing.
 */
public final class VerdictRule {
  /** Below this probability of being music a track is abstained. */
  public static final double MUSIC = 0.5;

  /**
   * Decides.
   *
   * @param info the model
   * @param probabilities calibrated track scores in the order of the model's labels
   * @param music probability that the track is music
   * @param threshold probability under which the best label is not told, 0 to 1
   */
  public Verdict decide(ModelInfo info, double[] probabilities, double music, double threshold) {
    List<LabelScore> scores = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      scores.add(new LabelScore(info.labels().get(i), Math.min(1, Math.max(0, probabilities[i]))));
    }
    scores.sort(Comparator.comparingDouble(LabelScore::score).reversed());
    String abstention = "";
    if (music < MUSIC) {
      abstention = "not-music";
    } else if (scores.get(0).score() < threshold) {
      abstention = "unsure";
    }
    List<LabelScore> labels = abstention.isEmpty() ? scores.subList(0, 1) : List.of();
    return new Verdict(info.task(), info.id(), labels, scores, abstention);
  }
}
