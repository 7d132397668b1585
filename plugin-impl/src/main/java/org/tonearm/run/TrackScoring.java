package org.tonearm.run;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Verdict;
import org.tonearm.api.WindowScores;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.verdict.VerdictRule;

/**
 * One model listening to one track. Windows are scored a few at a time as they fill; only their
 * scores are kept. Confined to one thread.
 */
final class TrackScoring {
  /** Windows scored at once: where a batch stops making a window cheaper. */
  private static final int BATCH = 8;

  private final ModelInUse model;
  private final WindowCutter cutter;
  private final List<WindowCutter.Window> waiting = new ArrayList<>();
  private final List<WindowResult> results = new ArrayList<>();
  private final List<double[]> times = new ArrayList<>();

  TrackScoring(ModelInUse model) {
    this.model = model;
    this.cutter =
        new WindowCutter(
            model.classifier().info().windowFrames(),
            (double) model.extractor().hop() / model.extractor().sampleRate(),
            this::take);
  }

  ModelInUse model() {
    return model;
  }

  /** Where frames go. */
  WindowCutter cutter() {
    return cutter;
  }

  /** The track ends: scores what is left. */
  void finish() {
    cutter.finish();
    score();
  }

  /** True if at least one window was scored. */
  boolean heardAnything() {
    return !results.isEmpty();
  }

  /** What was heard, best label first, and decided. */
  Scored conclude(VerdictRule rule, double trackSeconds) {
    Classifier classifier = model.classifier();
    ModelInfo info = classifier.info();
    double music = results.stream().mapToDouble(WindowResult::music).average().orElse(0);
    Verdict verdict = rule.decide(info, classifier.vote(results), music, model.thresholds());
    List<WindowScores> timeline = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      double end = trackSeconds > 0 ? Math.min(times.get(i)[1], trackSeconds) : times.get(i)[1];
      timeline.add(
          new WindowScores(
              times.get(i)[0],
              Math.max(end, times.get(i)[0]),
              labelled(info, classifier.vote(List.of(results.get(i))))));
    }
    return new Scored(
        new Analysis(info.task(), info.id(), verdict.scores(), music, timeline), verdict);
  }

  /** The result for one model. */
  record Scored(Analysis analysis, Verdict verdict) {}

  private void take(WindowCutter.Window window) {
    waiting.add(window);
    if (waiting.size() == BATCH) {
      score();
    }
  }

  private void score() {
    if (waiting.isEmpty()) {
      return;
    }
    results.addAll(
        model.classifier().score(waiting.stream().map(WindowCutter.Window::frames).toList()));
    waiting.forEach(window -> times.add(new double[] {window.startSeconds(), window.endSeconds()}));
    waiting.clear();
  }

  private static List<LabelScore> labelled(ModelInfo info, double[] probabilities) {
    List<LabelScore> scores = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      scores.add(new LabelScore(info.labels().get(i), Math.min(1, probabilities[i])));
    }
    return scores;
  }
}
