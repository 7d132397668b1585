package org.tonearm.model.classifier;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.inference.DirectForward;
import org.tonearm.model.network.inference.NetworkOutput;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

/**
 * The recurrent network's opinion on stretches of any length: they are cut into windows as long as
 * the network was trained on, and the log-probabilities of the windows are averaged. Thread-safe.
 */
public final class NetworkListener implements AutoCloseable {
  private final DirectForward forward;
  private final Standardizer standardizer;
  private final Hearing hearing;
  private final int head;

  /**
   * @param weights the network
   * @param standardizer of its frames
   * @param head name of the softmax head that is asked
   */
  public NetworkListener(NetworkWeights weights, Standardizer standardizer, String head) {
    this.standardizer = standardizer;
    this.hearing = Hearing.of(weights);
    List<String> names = weights.heads().stream().map(NetworkWeights.Output::name).toList();
    this.head = names.indexOf(head);
    if (this.head < 0) {
      throw new IllegalArgumentException("no head " + head + " among " + names);
    }
    this.forward = new DirectForward(weights); // native memory: last, when nothing else can fail
  }

  /**
   * Natural logarithms of the head's probabilities.
   *
   * @param stretch at least one frame, as the extractor gave them; with {@link Hearing#LEADING} the
   *     network hears as many of its leading values as it was trained on
   */
  public double[] logProbabilities(Frames stretch) {
    return logProbabilities(List.of(stretch)).get(0);
  }

  /**
   * The same for several stretches, which costs an LSTM less than one after the other.
   *
   * @param stretches each of at least one frame
   * @return one row a stretch, in order
   */
  public List<double[]> logProbabilities(List<Frames> stretches) {
    List<List<float[][]>> cut = stretches.stream().map(this::windows).toList();
    List<NetworkOutput> outputs = forward.forward(cut.stream().flatMap(List::stream).toList());
    List<double[]> means = new ArrayList<>(cut.size());
    int from = 0;
    for (List<float[][]> windows : cut) {
      means.add(logProbabilities(heard(windows, outputs.subList(from, from + windows.size()))));
      from += windows.size();
    }
    return means;
  }

  /** Hears a stretch with all heads. */
  NetworkHeard hear(Frames stretch) {
    List<float[][]> windows = windows(stretch);
    return heard(windows, forward.forward(windows));
  }

  private static NetworkHeard heard(List<float[][]> windows, List<NetworkOutput> outputs) {
    return new NetworkHeard(windows.stream().map(w -> w.length).toList(), outputs);
  }

  /** What this listener's head says of a stretch that an equal network has heard. */
  double[] logProbabilities(NetworkHeard stretch) {
    double[] mean = null;
    int heard = 0;
    for (int w = 0; w < stretch.frames().size(); w++) {
      double[] log = logSoftmax(stretch.outputs().get(w).logits().get(head));
      mean = mean == null ? new double[log.length] : mean;
      int frames = stretch.frames().get(w);
      for (int i = 0; i < log.length; i++) {
        mean[i] += frames * log[i];
      }
      heard += frames;
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= heard;
    }
    return mean;
  }

  /**
   * The network's description of a stretch, below all its heads: the embeddings of its windows,
   * averaged by their lengths.
   *
   * @param stretch at least one frame, as the extractor gave them
   * @return {@link NetworkWeights#embedding()} values, owned by the caller
   */
  public float[] embedding(Frames stretch) {
    List<float[][]> windows = windows(stretch);
    List<NetworkOutput> outputs = forward.forward(windows);
    double[] sum = new double[forward.network().embedding()];
    int heard = 0;
    for (int w = 0; w < windows.size(); w++) {
      int frames = windows.get(w).length;
      float[] embedding = outputs.get(w).embedding();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (double) frames * embedding[i];
      }
      heard += frames;
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / heard);
    }
    return mean;
  }

  @Override
  public void close() {
    forward.close();
  }

  /**
   * Windows side by side; a last one that would be short reaches back over its neighbour. A stretch
   * shorter than a window is repeated for networks that hear full windows alone.
   */
  private List<float[][]> windows(Frames given) {
    int full = forward.network().windowFrames();
    Frames heard = hearing.of(given);
    Frames stretch = hearing == Hearing.PICTURES ? heard.repeated(full) : heard;
    int length = Math.min(full, stretch.count());
    List<float[][]> windows = new ArrayList<>();
    for (int from = 0; from < stretch.count(); from += length) {
      windows.add(rows(stretch, Math.min(from, stretch.count() - length), length));
    }
    return windows;
  }

  private float[][] rows(Frames stretch, int from, int length) {
    int step = stretch.dimensions();
    int d = standardizer.mean().length;
    float[][] rows = new float[length][d];
    for (int i = 0; i < length; i++) {
      for (int j = 0; j < d; j++) {
        float value = stretch.values()[(from + i) * step + j];
        rows[i][j] = (value - standardizer.mean()[j]) * standardizer.scale()[j];
      }
    }
    return rows;
  }

  private static double[] logSoftmax(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float v : logits) {
      max = Math.max(max, v);
    }
    double sum = 0;
    for (float v : logits) {
      sum += Math.exp(v - max);
    }
    double[] log = new double[logits.length];
    for (int i = 0; i < log.length; i++) {
      log[i] = logits[i] - max - Math.log(sum);
    }
    return log;
  }
}
