package org.tonearm.panel;

import java.util.List;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.WindowScores;

/**
 * How the scores of the best labels go over a track. Immutable. Much smaller than the {@link
 * Analysis} it comes from, since the panel keeps one for each track and question.
 */
public final class Timeline {
  /** Labels kept. */
  public static final int MOST_LABELS = 3;

  private final List<String> labels;
  private final float[] starts;
  private final float[] ends;
  private final float[][] scores;

  private Timeline(List<String> labels, float[] starts, float[] ends, float[][] scores) {
    this.labels = labels;
    this.starts = starts;
    this.ends = ends;
    this.scores = scores;
  }

  /** Of the labels that are best over the whole track. */
  public static Timeline of(Analysis analysis) {
    List<String> labels =
        analysis.scores().stream().limit(MOST_LABELS).map(LabelScore::label).toList();
    List<WindowScores> windows = analysis.timeline();
    float[] starts = new float[windows.size()];
    float[] ends = new float[windows.size()];
    float[][] scores = new float[labels.size()][windows.size()];
    for (int w = 0; w < windows.size(); w++) {
      starts[w] = (float) windows.get(w).startSeconds();
      ends[w] = (float) windows.get(w).endSeconds();
      for (LabelScore score : windows.get(w).scores()) {
        int label = labels.indexOf(score.label());
        if (label >= 0) {
          scores[label][w] = (float) score.score();
        }
      }
    }
    return new Timeline(labels, starts, ends, scores);
  }

  /** The labels, best first. */
  public List<String> labels() {
    return labels;
  }

  /** How many windows there are. */
  public int windows() {
    return ends.length;
  }

  /** Where a window begins, in seconds. */
  public double start(int window) {
    return starts[window];
  }

  /** Where a window ends, in seconds. */
  public double end(int window) {
    return ends[window];
  }

  /** Where the last window ends, in seconds; 0 if there is none. */
  public double seconds() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  /** Probability, 0 to 1, of a label in a window. */
  public double score(int label, int window) {
    return scores[label][window];
  }
}
