package org.tonearm.model.classifier;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.WindowStatistics;

/**
 * A paper's network at work, alone: log-probabilities of the windows that it was trained on,
 * averaged over each window that it is given and voted over those by their mean, then calibrated.
 * Statistics serve the gate only.
 */
public final class PaperClassifier implements Classifier, TrunkSource {
  private final PaperModel model;
  private final String version;
  private final NetworkListener network;

  /**
   * Takes the model; nothing is copied but the weights into native memory.
   *
   * @param version changes with the model
   */
  public PaperClassifier(PaperModel model, String version) {
    this.model = model;
    this.version = version;
    this.network = new NetworkListener(model.weights(), model.standardizer(), model.head());
  }

  @Override
  public ModelInfo info() {
    return model.info();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Trunk trunk() {
    return new Trunk(
        version,
        model.info().featureId(),
        model.info().windowFrames(),
        model.weights(),
        model.standardizer(),
        model.head(),
        model.gate());
  }

  @Override
  public List<WindowResult> score(List<float[][]> windows) {
    List<Frames> frames = windows.stream().map(Frames::of).toList();
    List<double[]> logs = network.logProbabilities(frames);
    List<WindowResult> results = new ArrayList<>(frames.size());
    for (int i = 0; i < frames.size(); i++) {
      double music = model.gate().music(WindowStatistics.of(frames.get(i)));
      results.add(new WindowResult(logs.get(i), music));
    }
    return results;
  }

  @Override
  public double[] vote(List<WindowResult> windows) {
    double[] mean = new double[model.info().labels().size()];
    for (WindowResult window : windows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += window.logProbabilities()[i] / windows.size();
      }
    }
    return model.calibration().apply(mean);
  }

  @Override
  public void close() {
    network.close();
  }
}
