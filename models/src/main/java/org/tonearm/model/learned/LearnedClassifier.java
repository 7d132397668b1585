package org.tonearm.model.learned;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.classifier.Trunk;
import org.tonearm.model.classifier.TrunkListener;
import org.tonearm.model.classifier.TrunkSource;
import org.tonearm.model.classifier.WindowSound;

/**
 * A model of a user's own labels at work. Scores of windows that sound like nothing learnt are
 * flattened towards "each label as likely"; scores are voted by their mean over windows, and
 * calibrated.
 */
public final class LearnedClassifier implements Classifier, TrunkSource {
  private final LearnedParts parts;
  private final String version;
  private final TrunkListener listener;

  /**
   * Takes the parts; nothing is copied.
   *
   * @param version changes with the parts
   */
  public LearnedClassifier(LearnedParts parts, String version) {
    this.parts = parts;
    this.version = version;
    this.listener = new TrunkListener(parts.trunk());
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
    return parts.trunk();
  }

  @Override
  public List<WindowResult> score(List<float[][]> windows) {
    List<WindowResult> results = new ArrayList<>(windows.size());
    for (float[][] window : windows) {
      WindowSound sound = listener.hear(window);
      results.add(new WindowResult(logProbabilities(sound), sound.music()));
    }
    return results;
  }

  private double[] logProbabilities(WindowSound sound) {
    double[] log = parts.blend().join(parts.machines().opinions(sound));
    double say = parts.familiarity().say(parts.machines(), sound);
    for (int i = 0; i < log.length; i++) {
      log[i] *= say;
    }
    return log;
  }

  @Override
  public double[] vote(List<WindowResult> windows) {
    double[] mean = new double[parts.info().labels().size()];
    for (WindowResult window : windows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += window.logProbabilities()[i] / windows.size();
      }
    }
    return parts.blend().calibration().apply(mean);
  }

  @Override
  public void close() {
    listener.close();
  }
}
