package org.tonearm.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;

/** Small stand-ins: a frame is the first sample of each second at 10 Hz. */
final class Fakes {
  static final int RATE = 10;

  private Fakes() {}

  static Track track(String name) {
    return new Track(Path.of(name), "test");
  }

  /** One stretch of so many samples that count up from 0. */
  static AudioDecoder decoder(int samples, boolean complete) {
    return new AudioDecoder() {
      @Override
      public DecodeReport decode(Path file, int sampleRate, Excerpts excerpts, PcmSink sink) {
        sink.begin(0);
        for (int i = 0; i < samples; i++) {
          sink.accept(new float[] {i}, 0, 1);
        }
        return new DecodeReport(
            samples, (double) samples / sampleRate, complete, "fake", List.of());
      }
    };
  }

  /** Every tenth sample becomes a frame of one value. */
  static FeatureExtractor extractor() {
    return new FeatureExtractor() {
      @Override
      public String id() {
        return "fake-frames";
      }

      @Override
      public int sampleRate() {
        return RATE;
      }

      @Override
      public int dimensions() {
        return 1;
      }

      @Override
      public int hop() {
        return RATE;
      }

      @Override
      public FeatureStream open(FrameSink sink) {
        return new FeatureStream() {
          private long samples;

          @Override
          public void push(float[] pushed, int offset, int length) {
            for (int i = 0; i < length; i++) {
              if (samples++ % RATE == 0) {
                sink.accept(new float[] {pushed[offset + i]});
              }
            }
          }

          @Override
          public void finish() {}
        };
      }
    };
  }

  /** Scores two labels by how large the first value of a window is; remembers its batches. */
  static final class CountingClassifier implements Classifier {
    final List<Integer> windowLengths = new ArrayList<>();
    final AtomicInteger largestBatch = new AtomicInteger();
    boolean closed;
    private final Task task;
    private final double music;

    CountingClassifier(Task task, double music) {
      this.task = task;
      this.music = music;
    }

    @Override
    public ModelInfo info() {
      return new ModelInfo(
          "fake-" + task.word(),
          task,
          List.of("early", "late"),
          "fake-frames",
          6,
          0.6,
          "",
          "",
          "",
          Map.of());
    }

    @Override
    public synchronized List<WindowResult> score(List<float[][]> windows) {
      largestBatch.accumulateAndGet(windows.size(), Math::max);
      List<WindowResult> results = new ArrayList<>();
      for (float[][] window : windows) {
        windowLengths.add(window.length);
        double late = window[0][0] < 100 ? 0.1 : 0.9;
        results.add(new WindowResult(new double[] {Math.log(1 - late), Math.log(late)}, music));
      }
      return results;
    }

    @Override
    public double[] vote(List<WindowResult> windows) {
      double late =
          windows.stream().mapToDouble(w -> Math.exp(w.logProbabilities()[1])).average().orElse(0);
      return new double[] {1 - late, late};
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
