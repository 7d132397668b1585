package org.tonearm.model.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonearm.model.classifier.WindowSound;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;

/**
 * Two support-vector machines that know the same labels: one hears the network's embedding of a
 * window, one its statistics. Immutable, thread-safe.
 *
 * @param embedding the first
 * @param statistics the second
 */
public record Machines(StatisticsModel embedding, StatisticsModel statistics) {
  private static final double ABSENT = Math.log(1e-6);

  /**
   * Log-probabilities of one window by each machine.
   *
   * @param embedding one a label
   * @param statistics one a label
   */
  @SuppressWarnings("ArrayRecordComponent") // plain vectors on their way to be joined
  record Opinions(double[] embedding, double[] statistics) {

    /** Of machines that were trained on some labels only, spread over all of them. */
    Opinions spread(List<Integer> known, int labels) {
      return new Opinions(spread(embedding, known, labels), spread(statistics, known, labels));
    }

    private static double[] spread(double[] part, List<Integer> known, int labels) {
      double[] all = new double[labels];
      Arrays.fill(all, ABSENT);
      for (int i = 0; i < part.length; i++) {
        all[known.get(i)] = part[i];
      }
      return all;
    }
  }

  /**
   * Trains both on all windows of the tracks. Not beside another training: libsvm has one source of
   * chance for the whole process.
   *
   * @param tracks of at least two labels among them, numbered 0 to labels - 1, none left out
   */
  static Machines train(List<TaughtTrack> tracks, int labels) {
    List<float[]> embeddings = new ArrayList<>();
    List<float[]> statistics = new ArrayList<>();
    List<Integer> truths = new ArrayList<>();
    for (TaughtTrack track : tracks) {
      for (WindowSound window : track.windows()) {
        embeddings.add(window.embedding());
        statistics.add(window.statistics());
        truths.add(track.label());
      }
    }
    int[] numbers = truths.stream().mapToInt(Integer::intValue).toArray();
    return new Machines(
        StatisticsModel.train(SupportVectorTraining.SHIPPED, embeddings, numbers, labels),
        StatisticsModel.train(SupportVectorTraining.SHIPPED, statistics, numbers, labels));
  }

  /** What both think of a window. */
  Opinions opinions(WindowSound window) {
    return new Opinions(
        embedding.logProbabilities(window.embedding()),
        statistics.logProbabilities(window.statistics()));
  }

  /**
   * The window as a point: both descriptions standardised, each block scaled so that it weighs the
   * same whatever its length. Distances between points tell how alike windows sound.
   */
  float[] point(WindowSound window) {
    float[] e = embedding.standardizer().apply(window.embedding());
    float[] s = statistics.standardizer().apply(window.statistics());
    float[] point = new float[e.length + s.length];
    for (int i = 0; i < e.length; i++) {
      point[i] = (float) (e[i] / Math.sqrt(e.length));
    }
    for (int i = 0; i < s.length; i++) {
      point[e.length + i] = (float) (s[i] / Math.sqrt(s.length));
    }
    return point;
  }
}
