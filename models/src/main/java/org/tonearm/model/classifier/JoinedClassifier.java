package org.tonearm.model.classifier;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.Subgenres;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.stacking.StackedModel;
import org.tonearm.model.stacking.SubgenreMachine;
import org.tonearm.model.statistics.WindowAnswers;

/**
 * The shipped kind of model: a deep recurrent network and statistics of the same window, their
 * log-probabilities added with fixed weights, voted over windows by their mean, and calibrated.
 */
public final class JoinedClassifier implements Classifier, TrunkSource {
  private final ModelParts parts;
  private final String version;
  private final NetworkListener network;

  /** Takes the parts; nothing is copied. */
  public JoinedClassifier(ModelParts parts) {
    this(parts, parts.info().id());
  }

  /**
   * Takes the parts; nothing is copied.
   *
   * @param version changes with the parts
   */
  public JoinedClassifier(ModelParts parts, String version) {
    this.parts = parts;
    this.version = version;
    this.network = new NetworkListener(parts.weights(), parts.standardizer(), parts.head());
  }

  @Override
  public ModelInfo info() {
    return parts.info();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Trunk trunk() {
    return new Trunk(
        version,
        parts.info().featureId(),
        parts.info().windowFrames(),
        parts.weights(),
        parts.standardizer(),
        parts.head(),
        parts.gate());
  }

  @Override
  public List<WindowResult> score(List<float[][]> windows) {
    List<Frames> frames = windows.stream().map(Frames::of).toList();
    List<WindowResult> results = new ArrayList<>();
    for (Frames window : frames) {
      WindowAnswers answers = parts.statistics().answers(window);
      double[] joined =
          ScoreJoin.join(
              network.logProbabilities(window), answers.logProbabilities(), parts.networkShare());
      results.add(new WindowResult(joined, parts.gate().music(window), answers.further()));
    }
    return results;
  }

  @Override
  public double[] vote(List<WindowResult> windows) {
    double[] mean = new double[parts.info().labels().size()];
    for (WindowResult window : windows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += window.logProbabilities()[i] / windows.size();
      }
    }
    return parts.calibration().apply(mean);
  }

  @Override
  public List<Subgenres> subgenres(List<WindowResult> windows) {
    List<Subgenres> below = new ArrayList<>();
    List<double[]> further = windows.stream().map(WindowResult::further).toList();
    int at = 0;
    if (parts.statistics() instanceof StackedModel stacked) {
      for (SubgenreMachine machine : stacked.subgenres()) {
        below.add(machine.of(further, at));
        at += machine.labels().size();
      }
    }
    return below;
  }

  @Override
  public void close() {
    network.close();
  }
}
