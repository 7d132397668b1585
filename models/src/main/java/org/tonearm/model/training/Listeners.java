package org.tonearm.model.training;

import java.util.List;
import java.util.Map;
import org.tonearm.model.classifier.ScoreJoin;
import org.tonearm.model.evaluation.Prediction;
import org.tonearm.model.verdict.Calibration;

/** The listeners whose scores are compared, and how two are joined. */
public final class Listeners {
  /** The recurrent network. */
  public static final String NETWORK = "network";

  /** The support-vector machine on statistics, as the recipe trains it. */
  public static final String STATISTICS = "statistics";

  /** Network and statistics together: what ships. */
  public static final String JOINED = "joined";

  /** The support-vector machine as the baseline figures were made: C = 3, no balancing. */
  public static final String BASELINE = "baseline";

  /** All, in the order of tables. */
  public static final List<String> ALL = List.of(BASELINE, STATISTICS, NETWORK, JOINED);

  private Listeners() {}

  /** Log-probabilities of a listener, joined ones computed. */
  static double[] of(Map<String, double[]> scores, String listener, double networkShare) {
    return listener.equals(JOINED)
        ? ScoreJoin.join(scores.get(NETWORK), scores.get(STATISTICS), networkShare)
        : scores.get(listener);
  }

  /** Calibrated predictions of a listener. */
  public static List<Prediction> predictions(
      List<ClipScores> clips, String listener, double networkShare) {
    return clips.stream()
        .map(
            clip ->
                new Prediction(
                    clip.id(),
                    clip.dataset(),
                    clip.fold(),
                    clip.truth(),
                    new Calibration(clip.temperatures().get(listener))
                        .apply(of(clip.logProbabilities(), listener, networkShare))))
        .toList();
  }
}
