package org.tonearm.tag.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Subgenres;
import org.tonearm.api.Verdict;
import org.tonearm.model.verdict.Thresholds;
import org.tonearm.model.verdict.VerdictRule;

/**
 * One verdict for all tracks of an album: the mean of the tracks' probabilities, each track
 * weighted by the windows that were heard of it. Long tracks say more than short ones; a skit among
 * songs hardly matters, and gets the album's answer. Immutable and thread-safe.
 */
public final class AlbumVote {
  private final VerdictRule rule;

  /**
   * @param rule decides on the mean
   */
  public AlbumVote(VerdictRule rule) {
    this.rule = rule;
  }

  /**
   * Votes.
   *
   * @param tracks what one model heard in each track that it could hear, at least one, in any order
   * @param thresholds as for one track
   * @return the verdict of every track of the album, also of those too short to be heard alone
   * @throws IllegalArgumentException if there is no track, or models differ
   */
  public Verdict verdict(List<Analysis> tracks, Thresholds thresholds) {
    if (tracks.stream().map(Analysis::modelId).distinct().count() != 1) {
      throw new IllegalArgumentException("analyses of one model expected, at least one");
    }
    Mean labels = new Mean();
    Map<String, Mean> below = new LinkedHashMap<>();
    double music = 0;
    double weights = 0;
    for (Analysis track : tracks) {
      // An analysis without its timeline still counts as something that was heard.
      double weight = Math.max(1, track.timeline().size());
      weights += weight;
      music += weight * track.music();
      labels.add(track.scores(), weight);
      for (Subgenres level : track.subgenres()) {
        below.computeIfAbsent(level.parent(), parent -> new Mean()).add(level.scores(), weight);
      }
    }
    Analysis first = tracks.get(0);
    List<Subgenres> subgenres = new ArrayList<>();
    for (Subgenres level : first.subgenres()) {
      subgenres.add(
          new Subgenres(
              level.parent(), below.get(level.parent()).scores(weights), level.threshold()));
    }
    return rule.decide(
        first.task(),
        first.modelId(),
        labels.scores(weights),
        music / weights,
        thresholds,
        subgenres);
  }

  /** Sums by label, in the order in which labels come. */
  private static final class Mean {
    private final Map<String, Double> sums = new LinkedHashMap<>();

    void add(List<LabelScore> scores, double weight) {
      scores.forEach(s -> sums.merge(s.label(), weight * s.score(), Double::sum));
    }

    List<LabelScore> scores(double weights) {
      return sums.entrySet().stream()
          .map(sum -> new LabelScore(sum.getKey(), Math.min(1, sum.getValue() / weights)))
          .toList();
    }
  }
}
