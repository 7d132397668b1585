package org.tonearm.model.classifier;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.Subgenres;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.description.NarrowBand;
import org.tonearm.model.description.SharedWindow;
import org.tonearm.model.description.SharedWindows;
import org.tonearm.model.stacking.StackedModel;
import org.tonearm.model.stacking.SubgenreMachine;
import org.tonearm.model.statistics.WindowAnswers;

/**
 * The shipped kind of model: deep recurrent networks and statistics of the same window, their
 * log-probabilities added with fixed weights, voted over windows by their mean, and calibrated. To
 * a {@linkplain NarrowBand narrow band} all labels are alike.
 */
public final class JoinedClassifier implements Classifier, TrunkSource {
  /** Changes with how parts are heard: what was kept of them before is heard anew. */
  private static final String HEARING = "2";

  private final ModelParts parts;
  private final String version;
  private final SharedWindows windows;
  private final NetworkEnsemble networks;

  /** Takes the parts; nothing is copied. */
  public JoinedClassifier(ModelParts parts) {
    this(parts, parts.info().id(), new SharedWindows());
  }

  /**
   * Takes the parts; nothing is copied.
   *
   * @param version changes with the parts
   * @param windows shared with other models
   */
  public JoinedClassifier(ModelParts parts, String version, SharedWindows windows) {
    this.parts = parts;
    this.version = version;
    this.windows = windows;
    this.networks = new NetworkEnsemble(parts.groups(), parts.head());
  }

  @Override
  public ModelInfo info() {
    return parts.info();
  }

  @Override
  public String version() {
    return version + "-" + HEARING;
  }

  @Override
  public Trunk trunk() {
    NetworkGroup first = parts.groups().get(0);
    return new Trunk(
        version,
        parts.info().featureId(),
        parts.info().windowFrames(),
        first.networks().get(0),
        first.standardizer(),
        parts.head(),
        parts.gate());
  }

  @Override
  public List<WindowResult> score(List<float[][]> batch) {
    return batch.stream().map(frames -> score(windows.of(frames))).toList();
  }

  private WindowResult score(SharedWindow window) {
    WindowAnswers answers =
        parts.statistics() instanceof StackedModel stacked
            ? stacked.answers(window)
            : parts.statistics().answers(window.frames());
    double[] joined =
        narrow(window)
            ? new double[parts.info().labels().size()]
            : ScoreJoin.join(
                networks.logProbabilities(window),
                answers.logProbabilities(),
                parts.networkShare());
    double music = parts.gate().music(window);
    return new WindowResult(joined, music, answers.further());
  }

  private static boolean narrow(SharedWindow window) {
    return window.once(NarrowBand.class, Boolean.class, () -> NarrowBand.of(window.frames()));
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
    networks.close();
  }
}
