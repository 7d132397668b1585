package org.tonearm.model.suite.piece;

import java.io.IOException;
import java.util.List;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.Standardizer;

/**
 * Mean and deviation of each dimension over the frames of many clips, one clip in memory at a time.
 * Not thread-safe.
 */
public final class FrameMoments {
  private static final double SMALLEST_VARIANCE = 1e-10;

  private final double[] sum;
  private final double[] squares;
  private long count;

  /**
   * @param dimensions values a frame
   */
  public FrameMoments(int dimensions) {
    sum = new double[dimensions];
    squares = new double[dimensions];
  }

  /**
   * Measures the clips of a training part.
   *
   * @throws IOException if frames can't be read
   * @throws InterruptedException if the thread is interrupted
   */
  public static Standardizer of(FrameSource source, List<LabelledClip> clips, int dimensions)
      throws IOException, InterruptedException {
    FrameMoments moments = new FrameMoments(dimensions);
    for (LabelledClip clip : clips) {
      moments.add(source.frames(clip.clip()));
    }
    return moments.standardizer();
  }

  /** Counts all frames of a clip. */
  public void add(Frames frames) {
    float[] x = frames.values();
    int d = sum.length;
    for (int i = 0; i < frames.count(); i++) {
      for (int j = 0; j < d; j++) {
        double v = x[i * d + j];
        sum[j] += v;
        squares[j] += v * v;
      }
    }
    count += frames.count();
  }

  /** What brings each dimension to mean 0 and deviation 1; 0 where it never varied. */
  public Standardizer standardizer() {
    float[] mean = new float[sum.length];
    float[] scale = new float[sum.length];
    for (int j = 0; j < sum.length; j++) {
      double m = sum[j] / count;
      double variance = squares[j] / count - m * m;
      mean[j] = (float) m;
      scale[j] = variance > SMALLEST_VARIANCE ? (float) (1 / Math.sqrt(variance)) : 0f;
    }
    return new Standardizer(mean, scale);
  }
}
