package org.tonearm.model.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Subgenres;
import org.tonearm.api.Task;
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
    return decide(info, probabilities, music, new Thresholds(threshold));
  }

  /** The same with thresholds of labels. */
  public Verdict decide(
      ModelInfo info, double[] probabilities, double music, Thresholds thresholds) {
    return decide(info, probabilities, music, thresholds, List.of());
  }

  /**
   * The same with sub-genres.
   *
   * @param subgenres what was heard below labels; empty if none is to be told
   */
  public Verdict decide(
      ModelInfo info,
      double[] probabilities,
      double music,
      Thresholds thresholds,
      List<Subgenres> subgenres) {
    List<LabelScore> scores = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      scores.add(new LabelScore(info.labels().get(i), Math.min(1, Math.max(0, probabilities[i]))));
    }
    return decide(info.task(), info.id(), scores, music, thresholds, subgenres);
  }

  /**
   * Decides on scores that were kept.
   *
   * @param scores calibrated, one a label, at least one, in any order
   * @param music probability that the track is music
   * @param subgenres as above
   */
  public Verdict decide(
      Task task,
      String modelId,
      List<LabelScore> scores,
      double music,
      Thresholds thresholds,
      List<Subgenres> subgenres) {
    List<LabelScore> best =
        scores.stream().sorted(Comparator.comparingDouble(LabelScore::score).reversed()).toList();
    String abstention = "";
    if (music < MUSIC) {
      abstention = "not-music";
    } else if (best.get(0).score() < thresholds.of(best.get(0).label())) {
      abstention = "unsure";
    }
    List<LabelScore> labels = abstention.isEmpty() ? best.subList(0, 1) : List.of();
    return new Verdict(
        task,
        modelId,
        labels,
        best,
        abstention,
        labels.stream().findFirst().flatMap(told -> below(told, subgenres)));
  }

  /** The sub-genre of what is told, if it is sure enough, with the probability of both. */
  private static Optional<LabelScore> below(LabelScore told, List<Subgenres> subgenres) {
    return subgenres.stream()
        .filter(level -> level.parent().equals(told.label()))
        .findFirst()
        .flatMap(Subgenres::sure)
        .map(best -> new LabelScore(best.label(), best.score() * told.score()));
  }
}
