package org.tonearm.model.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.description.EvenLevel;
import org.tonearm.model.description.ScatteringRows;
import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.listening.MelPicture;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.feature.scattering.ScatteringLayout;
import org.tonearm.model.network.Cell;

/** A make-believe data set whose quadrants can be heard in a few bands. */
final class TinyMusic {
  static final int DIMENSIONS = 12;
  static final BandLayout BANDS = bands();
  static final ScatteringLayout SCATTERING = new ScatteringExtractor().layout();
  private static final ScatteringRows ROWS = new ScatteringRows(SCATTERING);
  private static final EvenLevel LEVEL = EvenLevel.shipped(SCATTERING);

  private TinyMusic() {}

  static List<Example> examples(int groups) {
    Random random = new Random(11);
    List<Example> examples = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      for (int c = 0; c < 4; c++) {
        String id = "g" + g + "c" + c;
        Clip clip =
            new Clip(
                Path.of(id),
                id,
                "tiny",
                "group " + g,
                30,
                Map.of("quadrant", Targets.QUADRANTS.get(c)));
        int frames = 24 + random.nextInt(8);
        float[] values = new float[frames * DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
          int band = i % DIMENSIONS;
          values[i] = (float) (random.nextGaussian() + (band % 4 == c ? 1.5 : 0));
        }
        examples.add(new Example(clip, new Frames(frames, DIMENSIONS, values)));
      }
    }
    return examples;
  }

  /** The same quadrants, heard in listening frames, with a question beside them. */
  static List<Example> listening(int groups) {
    List<Example> examples = new ArrayList<>();
    for (Example example : examples(groups)) {
      Map<String, String> columns = new HashMap<>(example.clip().columns());
      columns.put("arousal", columns.get("quadrant").compareTo("Q3") < 0 ? "0.5" : "-0.5");
      columns.put("valence", columns.get("quadrant").matches("Q[14]") ? "0.4" : "-0.6");
      Clip clip =
          new Clip(
              example.clip().path(),
              example.clip().id(),
              "tiny",
              example.clip().group(),
              30,
              columns);
      Frames frames = listeningFrames(clip);
      examples.add(Example.of(clip, frames, true, WindowDescription.lasting(LEVEL, ROWS, frames)));
    }
    return examples;
  }

  /** The listening frames of a clip of {@link #listening}. */
  static Frames listeningFrames(Clip clip) {
    Random random = new Random(clip.id().hashCode());
    int loud = Targets.QUADRANTS.indexOf(Targets.quadrant(clip));
    int frames = 24 + random.nextInt(8);
    float[] values = new float[frames * ListeningLayout.DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          (float) (random.nextGaussian() + (i % ListeningLayout.DIMENSIONS % 4 == loud ? 0.4 : 0));
    }
    return new Frames(frames, ListeningLayout.DIMENSIONS, values);
  }

  static StackTraining stacks(int components) {
    return new StackTraining(LEVEL, ROWS, components, 1);
  }

  /** The same quadrants, seen in pictures: of each a quarter of the bands is louder. */
  static List<Example> seen(int groups) {
    Random random = new Random(12);
    List<Example> examples = new ArrayList<>();
    for (Example example : examples(groups)) {
      int loud = Targets.QUADRANTS.indexOf(Targets.quadrant(example.clip()));
      int frames = 10 + random.nextInt(20);
      float[] values = new float[frames * MelPicture.DIMENSIONS];
      for (int i = 0; i < values.length; i++) {
        boolean louder = i % MelPicture.BANDS * 4 / MelPicture.BANDS == loud;
        values[i] = (float) (random.nextGaussian() + (louder ? 0.7 : 0));
      }
      Frames pictures = new Frames(frames, MelPicture.DIMENSIONS, values);
      examples.add(new Example(example.clip(), example.frames(), pictures, new float[0]));
    }
    return examples;
  }

  /** Of networks of convolutions. */
  static NetworkRecipe pictures(int epochs) {
    return new NetworkRecipe(
        Cell.GRU, 1, 6, 0.1, 16, epochs, 8, 1e-2, 1e-3, 0.2, 0, Augmentation.NONE);
  }

  static NetworkRecipe recipe(int epochs) {
    return new NetworkRecipe(
        Cell.INDRNN,
        2,
        12,
        0.1,
        16,
        epochs,
        8,
        5e-3,
        1e-3,
        0.2,
        0.5,
        new Augmentation(0.1, 0, 0.1, 1, 1, 0.1));
  }

  private static BandLayout bands() {
    float[] hertz = new float[DIMENSIONS];
    int[] order = new int[DIMENSIONS];
    for (int j = 0; j < DIMENSIONS; j++) {
      hertz[j] = 100f * (j + 1);
      order[j] = j % 3;
    }
    return new BandLayout(hertz, order);
  }
}
