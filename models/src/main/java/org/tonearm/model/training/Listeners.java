package org.tonearm.model.training;

import java.util.List;
import java.util.Locale;
import org.tonearm.model.classifier.Hearing;
import org.tonearm.model.evaluation.Prediction;
import org.tonearm.model.verdict.Calibration;

/** The listeners whose scores are compared, and how two are joined. */
public final class Listeners {
  /** The recurrent networks, heard together. */
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

  /** The networks of one kind, where there are several: kept with the scores, in no table. */
  static String network(Hearing kind) {
    return NETWORK + "-" + kind.name().toLowerCase(Locale.ROOT);
  }

  /** Log-probabilities of a listener for one clip, joined ones computed. */
  static double[] of(ClipScores clip, String listener) {
    return listener.equals(JOINED)
        ? JoinedFit.join(clip.heldOut().logProbabilities(), clip.networkShare())
        : clip.heldOut().logProbabilities().get(listener);
  }

  /** Calibrated predictions of a listener. */
  public static List<Prediction> predictions(List<ClipScores> clips, String listener) {
    return clips.stream()
        .map(
            clip ->
                new Prediction(
                    clip.heldOut().id(),
                    clip.heldOut().dataset(),
                    clip.heldOut().fold(),
                    clip.heldOut().truth(),
                    new Calibration(clip.temperatures().get(listener)).apply(of(clip, listener))))
        .toList();
  }
}
