package org.tonearm.model.training;

import java.util.List;
import org.tonearm.model.description.EvenLevel;
import org.tonearm.model.description.FrameProjection;
import org.tonearm.model.description.ScatteringRows;
import org.tonearm.model.feature.Frames;

/** Measures the axes of scattering frames over many clips. */
final class FrameAxes {
  /** Every n-th frame is enough: neighbours overlap by half. */
  private static final int STEP = 10;

  private FrameAxes() {}

  static FrameProjection fit(EvenLevel level, ScatteringRows rows, List<Example> examples) {
    int count = examples.stream().mapToInt(e -> taken(e.frames())).sum();
    float[] values = new float[Math.multiplyExact(count, rows.count())];
    int at = 0;
    for (Example example : examples) {
      Frames heard = rows.of(every(level.apply(example.scattering())));
      System.arraycopy(heard.values(), 0, values, at, heard.values().length);
      at += heard.values().length;
    }
    return FrameProjection.fit(new Frames(count, rows.count(), values), FrameProjection.COMPONENTS);
  }

  private static int taken(Frames frames) {
    return (frames.count() + STEP - 1) / STEP;
  }

  private static Frames every(Frames frames) {
    int d = frames.dimensions();
    float[] values = new float[taken(frames) * d];
    for (int i = 0; i < taken(frames); i++) {
      System.arraycopy(frames.values(), i * STEP * d, values, i * d, d);
    }
    return new Frames(taken(frames), d, values);
  }
}
