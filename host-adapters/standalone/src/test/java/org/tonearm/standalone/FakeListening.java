package org.tonearm.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Subgenres;
import org.tonearm.api.Task;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ClassifierProvider;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.composition.Parts;

/**
 * Parts that hear what the first line of a {@link FakeFile} says: {@code jazz} or {@code rock},
 * {@code noise}, or {@code cut} for jazz that breaks off.
 */
final class FakeListening {
  private static final int RATE = 10;
  private static final float JAZZ = 0;
  private static final float ROCK = 1;
  private static final float NOISE = 2;

  private FakeListening() {}

  static Parts parts() {
    return new Parts(
        () -> List.of(new Decoder()),
        () -> List.of(new Extractor()),
        () -> List.of(new Provider()),
        () -> List.of(new FakeCodec()));
  }

  private static final class Decoder implements AudioDecoder {
    @Override
    public DecodeReport decode(Path file, int sampleRate, Excerpts excerpts, PcmSink sink)
        throws DecodeException {
      String[] words;
      try {
        words = Files.readString(file).lines().findFirst().orElse("").split(" ", -1);
      } catch (IOException e) {
        throw new DecodeException("unreadable", file + ": can't be read.", "Look at it.", e);
      }
      if (!words[0].equals("FAKE")) {
        throw new DecodeException("not-audio", file + ": no audio.", "Leave it out.");
      }
      if (words[2].startsWith("broken")) {
        throw new DecodeException("broken", file + ": nothing in it.", "Get another copy.");
      }
      int samples = Integer.parseInt(words[1]) * RATE;
      float value =
          switch (words[2]) {
            case "rock" -> ROCK;
            case "noise" -> NOISE;
            default -> JAZZ;
          };
      sink.begin(0);
      for (int i = 0; i < samples; i++) {
        sink.accept(new float[] {value}, 0, 1);
      }
      boolean complete = !words[2].equals("cut");
      return new DecodeReport(
          samples,
          (double) samples / RATE,
          complete,
          "fake",
          complete ? List.of() : List.of("The audio breaks off."));
    }
  }

  private static final class Extractor implements FeatureExtractor {
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
  }

  private static final class Provider implements ClassifierProvider {
    private static final ModelInfo GENRE =
        new ModelInfo(
            "fake-genre-1",
            Task.GENRE,
            List.of("jazz", "rock"),
            "fake-frames",
            6,
            0.6,
            "none",
            "none",
            "none",
            Map.of("jazz", "Jazz", "rock", "Rock"));
    private static final ModelInfo MOOD =
        new ModelInfo(
            "fake-mood-1",
            Task.MOOD,
            List.of("Q1", "Q3"),
            "fake-frames",
            6,
            0.5,
            "none",
            "none",
            "none",
            Map.of("Q1", "Happy", "Q3", "Sad"));

    @Override
    public List<ModelInfo> installed() {
      return List.of(GENRE, MOOD);
    }

    @Override
    public Classifier open(String id) throws ConfigurationException {
      return new Model(id.equals(GENRE.id()) ? GENRE : MOOD);
    }
  }

  private record Model(ModelInfo info) implements Classifier {
    @Override
    public List<WindowResult> score(List<float[][]> windows) {
      List<WindowResult> results = new ArrayList<>();
      for (float[][] window : windows) {
        float value = window[0][0];
        double first = value == JAZZ ? 0.8 : 0.3;
        double[] scores = {Math.log(first), Math.log(1 - first)};
        results.add(new WindowResult(scores, value == NOISE ? 0.1 : 0.95));
      }
      return results;
    }

    @Override
    public double[] vote(List<WindowResult> windows) {
      double first =
          windows.stream().mapToDouble(w -> Math.exp(w.logProbabilities()[0])).average().orElse(0);
      return new double[] {first, 1 - first};
    }

    @Override
    public List<Subgenres> subgenres(List<WindowResult> windows) {
      return List.of(
          new Subgenres(
              "jazz", List.of(new LabelScore("bop", 0.75), new LabelScore("swing", 0.25)), 0.7));
    }

    @Override
    public void close() {}
  }
}
