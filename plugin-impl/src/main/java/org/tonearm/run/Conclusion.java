package org.tonearm.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Subgenres;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.WindowScores;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.verdict.VerdictRule;

/** From the scores of a track's windows to what is told of the track. Thread-safe. */
final class Conclusion {
  /** Under this, nothing can be told. */
  private static final double SHORTEST_SECONDS = 3;

  private final List<ModelInUse> models;
  private final VerdictRule rule;
  private final int sampleRate;
  private final boolean subgenres;

  /**
   * @param subgenres whether to tell what was heard below a label
   */
  Conclusion(List<ModelInUse> models, VerdictRule rule, int sampleRate, boolean subgenres) {
    this.models = models;
    this.rule = rule;
    this.sampleRate = sampleRate;
    this.subgenres = subgenres;
  }

  /**
   * Decides.
   *
   * @param scores with windows for each model's task
   */
  HeardTrack of(Track track, TrackScores scores) {
    boolean tooShort =
        (double) scores.report().samples() / sampleRate < SHORTEST_SECONDS
            || models.stream().anyMatch(model -> windows(model, scores).isEmpty());
    Map<Task, Analysis> analyses = new EnumMap<>(Task.class);
    Map<Task, Verdict> verdicts = new EnumMap<>(Task.class);
    for (ModelInUse model : models) {
      ModelInfo info = model.classifier().info();
      if (tooShort) {
        verdicts.put(
            info.task(), new Verdict(info.task(), info.id(), List.of(), List.of(), "too-short"));
      } else {
        List<WindowScore> windows = windows(model, scores);
        double music = windows.stream().mapToDouble(w -> w.result().music()).average().orElse(0);
        List<WindowResult> results = windows.stream().map(WindowScore::result).toList();
        List<Subgenres> below =
            subgenres ? model.classifier().subgenres(results) : List.<Subgenres>of();
        double[] voted = model.classifier().vote(results);
        Verdict verdict = rule.decide(info, voted, music, model.thresholds(), below);
        verdicts.put(info.task(), verdict);
        analyses.put(
            info.task(),
            new Analysis(
                info.task(),
                info.id(),
                verdict.scores(),
                music,
                timeline(model, windows, scores.report().durationSeconds()),
                below));
      }
    }
    return new HeardTrack(track, scores.report(), analyses, verdicts);
  }

  private static List<WindowScore> windows(ModelInUse model, TrackScores scores) {
    return scores.windows().getOrDefault(model.classifier().info().task(), List.of());
  }

  private static List<WindowScores> timeline(
      ModelInUse model, List<WindowScore> windows, double trackSeconds) {
    Classifier classifier = model.classifier();
    List<WindowScores> timeline = new ArrayList<>(windows.size());
    for (WindowScore window : windows) {
      double end =
          trackSeconds > 0 ? Math.min(window.endSeconds(), trackSeconds) : window.endSeconds();
      timeline.add(
          new WindowScores(
              window.startSeconds(),
              Math.max(end, window.startSeconds()),
              labelled(classifier.info(), classifier.vote(List.of(window.result())))));
    }
    return timeline;
  }

  private static List<LabelScore> labelled(ModelInfo info, double[] probabilities) {
    List<LabelScore> scores = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      scores.add(new LabelScore(info.labels().get(i), Math.min(1, probabilities[i])));
    }
    return scores;
  }
}
