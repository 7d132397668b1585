package org.tonearm.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.model.classifier.Trunk;
import org.tonearm.model.classifier.TrunkListener;
import org.tonearm.model.classifier.WindowSound;

/**
 * Lets a run hear with a trunk as it hears with a model: the "scores" of a window are its
 * embedding, its kind and its statistics, one behind the other, which {@link #sound} takes apart
 * again. They are not kept in the index, being a hundred times as large as scores; the frames below
 * them are.
 */
final class SoundCollector implements Classifier {
  private final Trunk trunk;
  private final Task task;
  private final TrunkListener listener;
  private final int embedding;
  private final int kinds;

  SoundCollector(Trunk trunk, Task task) {
    this.trunk = trunk;
    this.task = task;
    this.listener = new TrunkListener(trunk);
    this.embedding = trunk.weights().embedding();
    this.kinds =
        trunk.weights().heads().stream()
            .filter(head -> head.name().equals(trunk.head()))
            .findFirst()
            .orElseThrow()
            .outputs();
  }

  @Override
  public ModelInfo info() {
    return new ModelInfo(
        trunk.origin(),
        task,
        List.of(),
        trunk.featureId(),
        trunk.windowFrames(),
        0,
        "",
        "",
        "",
        Map.of());
  }

  @Override
  public List<WindowResult> score(List<float[][]> windows) {
    List<WindowResult> results = new ArrayList<>(windows.size());
    for (float[][] window : windows) {
      WindowSound sound = listener.hear(window);
      double[] values =
          Stream.of(sound.embedding(), sound.kind(), sound.statistics())
              .flatMapToDouble(part -> IntStream.range(0, part.length).mapToDouble(i -> part[i]))
              .toArray();
      results.add(new WindowResult(values, sound.music()));
    }
    return results;
  }

  /** What a result of this holds. */
  WindowSound sound(WindowResult result) {
    float[] values = new float[result.logProbabilities().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) result.logProbabilities()[i];
    }
    return new WindowSound(
        Arrays.copyOf(values, embedding),
        Arrays.copyOfRange(values, embedding + kinds, values.length),
        Arrays.copyOfRange(values, embedding, embedding + kinds),
        result.music());
  }

  @Override
  public double[] vote(List<WindowResult> windows) {
    throw new UnsupportedOperationException("nothing to vote on");
  }

  @Override
  public void close() {
    listener.close();
  }
}
