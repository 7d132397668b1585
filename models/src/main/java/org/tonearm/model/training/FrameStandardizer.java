package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.Standardizer;

/** Measures mean and deviation of each feature over the frames of many clips. */
final class FrameStandardizer {
  /** Every n-th frame is enough: neighbours overlap by half. */
  private static final int STEP = 4;

  private FrameStandardizer() {}

  static Standardizer fit(List<Frames> clips) {
    List<float[]> rows = new ArrayList<>();
    for (Frames frames : clips) {
      int d = frames.dimensions();
      for (int i = 0; i < frames.count(); i += STEP) {
        float[] row = new float[d];
        System.arraycopy(frames.values(), i * d, row, 0, d);
        rows.add(row);
      }
    }
    return Standardizer.fit(rows);
  }
}
