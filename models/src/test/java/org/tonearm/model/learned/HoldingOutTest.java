package org.tonearm.model.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonearm.model.classifier.WindowSound;
import org.tonearm.model.training.TrainingListener;

class HoldingOutTest {
  private final Random random = new Random(5);

  @Test
  void tracksAreJudgedByAllTheirWindowsHoweverFewAreLearntFrom() throws Exception {
    List<HeldOut> held = new HoldingOut(tracks(40), 1, 2, 2, 1).run(done -> {});
    assertThat(held).hasSize(40).allSatisfy(track -> assertThat(track.windows()).hasSize(4));
  }

  /** Each window tells little, and four tell more: so many that one of each is learnt from. */
  @Test
  void figuresOfManyTracksAreThoseOfSeveralWindows() throws Exception {
    Taught taught = Teaching.USUAL.teach(tracks(800), 2, TrainingListener.SILENT);
    assertThat(taught.figures().accuracy()).isGreaterThan(0.93);
  }

  private List<TaughtTrack> tracks(int count) {
    List<TaughtTrack> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<WindowSound> windows = new ArrayList<>();
      for (int w = 0; w < 4; w++) {
        windows.add(new WindowSound(values(i % 2), values(i % 2), new float[] {1, 0}, 1));
      }
      tracks.add(new TaughtTrack("t" + i, i % 2, "g" + i, windows));
    }
    return tracks;
  }

  private float[] values(int label) {
    return new float[] {
      (float) (label * 1.4 + random.nextGaussian()), (float) random.nextGaussian()
    };
  }
}
