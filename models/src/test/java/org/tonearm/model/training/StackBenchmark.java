package org.tonearm.model.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.stacking.StackedModel;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.statistics.SupportVectorTraining;

/**
 * Measures the training and the use of a stack of the shipped size on noise: clips, questions and
 * values as many as in the training corpus. To run, from the project's root:
 *
 * <pre>
 * mvn -q -pl models -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -Xmx3g -cp models/target/classes:models/target/test-classes:$(cat models/target/classpath) \
 *   org.tonearm.model.training.StackBenchmark 3100
 * </pre>
 */
final class StackBenchmark {
  private static final int WINDOW = 162;
  private static final int ROUNDS = 50;

  private StackBenchmark() {}

  /** Arguments: clips (3100 by default). */
  public static void main(String[] arguments) {
    int clips = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3100;
    Random random = new Random(1);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      Frames frames = noise(random, 24);
      examples.add(
          Example.of(
              clip(i, random),
              frames,
              false,
              WindowDescription.lasting(
                  TinyMusic.stacks(1).level(), TinyMusic.stacks(1).heard(), frames)));
    }
    long start = System.nanoTime();
    Stack stack = TinyMusic.stacks(StackTraining.SHIPPED_COMPONENTS).train(examples);
    System.out.printf(
        Locale.ROOT,
        "stack of %d clips, %d answers: %.1f s%n",
        clips,
        stack.rows().questionnaire().size(),
        (System.nanoTime() - start) / 1e9);
    List<Example> genre =
        examples.stream().filter(e -> !Targets.genre(e.clip()).isEmpty()).toList();
    start = System.nanoTime();
    StackedModel model =
        stack.with(
            SupportVectorTraining.SHIPPED.train(
                genre.stream().map(stack::row).toList(),
                genre.stream()
                    .mapToInt(e -> Targets.GENRES.indexOf(Targets.genre(e.clip())))
                    .toArray(),
                Targets.GENRES.size(),
                StackedRows.GAMMA));
    System.out.printf(
        Locale.ROOT,
        "machine on %d clips of genre: %.1f s, %d vectors%n",
        genre.size(),
        (System.nanoTime() - start) / 1e9,
        model.machine().vectors().count());
    window(model, noise(random, WINDOW));
  }

  private static void window(StackedModel model, Frames window) {
    float[] described = model.description().of(window);
    float[] row = model.rows().row(described);
    measure("description of a window", () -> model.description().of(window));
    measure("components", () -> model.rows().projection().apply(described));
    measure("row, with answers", () -> model.rows().row(described));
    measure("machine", () -> model.machine().logProbabilities(row));
    measure("all", () -> model.logProbabilities(window));
  }

  private static void measure(String name, Runnable work) {
    double[] millis =
        IntStream.range(0, ROUNDS)
            .mapToDouble(
                i -> {
                  long start = System.nanoTime();
                  work.run();
                  return (System.nanoTime() - start) / 1e6;
                })
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT, "%s: median %.2f ms, best %.2f ms%n", name, millis[ROUNDS / 2], millis[0]);
  }

  /** Of 10 clips, six have a genre, three a quadrant and words, two a cluster, one emotions. */
  private static Clip clip(int i, Random random) {
    Map<String, String> columns = new HashMap<>();
    if (i % 10 < 6) {
      columns.put("genre", Targets.GENRES.get(random.nextInt(Targets.GENRES.size())));
    }
    if (i % 10 > 6) {
      columns.put("quadrant", Targets.QUADRANTS.get(random.nextInt(4)));
      columns.put("moods", "w" + random.nextInt(100) + ";w" + random.nextInt(100));
      columns.put("genres", "g" + random.nextInt(20));
    }
    if (i % 10 == 6 || i % 10 == 5) {
      columns.put("label", Targets.CLUSTERS.get(random.nextInt(5)));
      columns.put("category", "c" + random.nextInt(28));
    }
    String id = "clip " + i;
    return new Clip(Path.of(id), id, "noise", "group " + i / 3, 30, columns);
  }

  private static Frames noise(Random random, int count) {
    float[] values = new float[count * ListeningLayout.DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Frames(count, ListeningLayout.DIMENSIONS, values);
  }
}
