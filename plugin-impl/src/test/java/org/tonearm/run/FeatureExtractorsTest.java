package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.library.index.FrameStore;
import org.tonearm.model.verdict.VerdictRule;

/** A model of narrow frames beside one of frames that begin with those. */
final class FeatureExtractorsTest {
  private final FeatureExtractor narrow = Fakes.extractor();
  private final FeatureExtractor wide = new Wide();
  private final FeatureExtractors extractors = new FeatureExtractors(List.of(narrow, wide));
  private final ModelInfo old = model("old", Task.GENRE, "fake-frames");
  private final ModelInfo young = model("young", Task.MOOD, "wide-frames");

  @TempDir Path frames;

  @Test
  void framesThatBeginWithAnothersServeBothModels() throws Exception {
    assertThat(extractors.of(old, List.of(old, young))).isSameAs(wide);
    assertThat(extractors.of(young, List.of(old, young))).isSameAs(wide);
    assertThat(extractors.of(old, List.of(old))).isSameAs(narrow);
    assertThatThrownBy(() -> extractors.of(model("x", Task.MOOD, "none"), List.of(old)))
        .isInstanceOf(ConfigurationException.class)
        .extracting("code")
        .isEqualTo("no-extractor");
  }

  @Test
  void eachModelTakesFramesOfItsOwnWidth() throws Exception {
    Widths first = new Widths(old);
    Widths second = new Widths(young);
    try (Listening listening =
        new Listening(
            Fakes.decoder(120, true),
            List.of(new ModelInUse(first, wide, 0.6), new ModelInUse(second, wide, 0.6)),
            new VerdictRule(),
            Excerpts.WHOLE,
            new FrameStore(frames, 0))) {
      listening.listen(Fakes.track("song.mp3"), Optional.empty(), () -> true);
    }
    assertThat(first.heard).isEqualTo(1);
    assertThat(second.heard).isEqualTo(2);
    assertThatThrownBy(() -> new ModelInUse(second, narrow, 0.6))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ModelInfo model(String id, Task task, String features) {
    return new ModelInfo(
        id, task, List.of("early", "late"), features, 6, 0.6, "", "", "", Map.of());
  }

  /** The fake frames with a value behind. */
  private final class Wide implements FeatureExtractor {
    @Override
    public String id() {
      return "wide-frames";
    }

    @Override
    public int sampleRate() {
      return narrow.sampleRate();
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public Map<String, Integer> leading() {
      return Map.of(narrow.id(), 1);
    }

    @Override
    public int hop() {
      return narrow.hop();
    }

    @Override
    public FeatureStream open(FrameSink sink) {
      return narrow.open(frame -> sink.accept(new float[] {frame[0], -1}));
    }
  }

  /** Remembers how wide its frames are. */
  private static final class Widths implements Classifier {
    private final ModelInfo info;
    private int heard;

    Widths(ModelInfo info) {
      this.info = info;
    }

    @Override
    public ModelInfo info() {
      return info;
    }

    @Override
    public synchronized List<WindowResult> score(List<float[][]> windows) {
      heard = windows.get(0)[0].length;
      return windows.stream().map(w -> new WindowResult(new double[] {-1, -1}, 1)).toList();
    }

    @Override
    public double[] vote(List<WindowResult> windows) {
      return new double[] {0.5, 0.5};
    }

    @Override
    public void close() {}
  }
}
