package org.tonearm.standalone.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.TonearmException;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;

/**
 * Takes tracks through the stages of hearing one after the other on the calling thread, and adds up
 * what each stage takes. The first stage, decoding, is the baseline: no program that hears the
 * track can do without it. Holds one track's samples, and frames of one kind, at a time.
 */
public final class StageBench {
  private static final String DECODE = "decode";
  private static final String FEATURES = "features";

  private final AudioDecoder decoder;
  private final List<Ear> ears;
  private final Excerpts excerpts;
  private final Listener listener;

  /** What is told of tracks, on the thread that measures. */
  public interface Listener {
    /** A track was heard, and counts. */
    void heard() throws InterruptedException;

    /** A track can't be decoded, and does not count. */
    void failed(Path track, TonearmException problem) throws InterruptedException;
  }

  /**
   * What the stages took.
   *
   * @param stages in their order; means of the tracks that were heard
   * @param heard the tracks that could be decoded, in their order; at least one
   */
  public record Measured(List<StageFigures> stages, List<Path> heard) {
    /** Copies the lists. */
    public Measured {
      stages = List.copyOf(stages);
      heard = List.copyOf(heard);
    }
  }

  /**
   * What a track is heard with.
   *
   * @param extractor makes the frames that the classifiers take
   * @param classifiers not closed here
   */
  public record Ear(FeatureExtractor extractor, List<Classifier> classifiers) {
    /** Copies the list. */
    public Ear {
      classifiers = List.copyOf(classifiers);
    }
  }

  /**
   * @param decoder decodes on the calling thread
   * @param ears one for each kind of frames; those of one sample rate share what is decoded
   */
  public StageBench(AudioDecoder decoder, List<Ear> ears, Excerpts excerpts, Listener listener) {
    this.decoder = decoder;
    this.ears = List.copyOf(ears);
    this.excerpts = excerpts;
    this.listener = listener;
  }

  /**
   * Measures. The first track that can be decoded is heard twice, and counts the second time only:
   * Java compiles what it meets for the first time.
   *
   * @param tracks one or more
   * @throws TonearmException if no track can be decoded; it tells of the first
   */
  public Measured run(List<Path> tracks) throws TonearmException, InterruptedException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    List<Path> heard = new ArrayList<>();
    TonearmException first = null;
    for (Path track : tracks) {
      try {
        if (heard.isEmpty()) {
          hear(track);
        }
        hear(track).forEach((stage, each) -> seconds.merge(stage, each, Double::sum));
        heard.add(track);
        listener.heard();
      } catch (TonearmException e) {
        first = first == null ? e : first;
        listener.failed(track, e);
      }
    }
    if (heard.isEmpty() && first != null) {
      throw first;
    }
    return new Measured(
        seconds.entrySet().stream()
            .map(stage -> new StageFigures(stage.getKey(), stage.getValue() / heard.size()))
            .toList(),
        heard);
  }

  private Map<String, Double> hear(Path track) throws TonearmException, InterruptedException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    Map<Integer, Kept> decoded = new HashMap<>();
    for (Ear ear : ears) {
      FeatureExtractor extractor = ear.extractor();
      double begun = cpu();
      if (!decoded.containsKey(extractor.sampleRate())) {
        Kept kept = new Kept();
        decoder.decode(track, extractor.sampleRate(), excerpts, kept);
        decoded.put(extractor.sampleRate(), kept);
        begun = count(seconds, DECODE, begun);
      }
      List<List<float[]>> frames = new ArrayList<>();
      for (List<float[]> stretch : decoded.get(extractor.sampleRate()).stretches) {
        frames.add(frames(extractor, stretch));
      }
      begun = count(seconds, FEATURES, begun);
      for (Classifier classifier : ear.classifiers()) {
        classifier.vote(classifier.score(windows(frames, classifier.info().windowFrames())));
        begun = count(seconds, classifier.info().id(), begun);
      }
    }
    return seconds;
  }

  private static List<float[]> frames(FeatureExtractor extractor, List<float[]> stretch) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    stretch.forEach(samples -> stream.push(samples, 0, samples.length));
    stream.finish();
    return frames;
  }

  /** Adjoining windows of each stretch; a rest counts if it is a third full. */
  private static List<float[][]> windows(List<List<float[]>> stretches, int length) {
    List<float[][]> windows = new ArrayList<>();
    for (List<float[]> frames : stretches) {
      for (int from = 0; from < frames.size(); from += length) {
        int to = Math.min(frames.size(), from + length);
        if (windows.isEmpty() || 3 * (to - from) >= length) {
          windows.add(frames.subList(from, to).toArray(float[][]::new));
        }
      }
    }
    return windows;
  }

  private static double count(Map<String, Double> seconds, String stage, double begun) {
    double now = cpu();
    seconds.merge(stage, now - begun, Double::sum);
    return now;
  }

  private static double cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * 1e-9;
  }

  /** Keeps what is decoded. */
  private static final class Kept implements PcmSink {
    final List<List<float[]>> stretches = new ArrayList<>();

    @Override
    public void begin(double startSeconds) {
      stretches.add(new ArrayList<>());
    }

    @Override
    public void accept(float[] samples, int offset, int length) {
      float[] copy = new float[length];
      System.arraycopy(samples, offset, copy, 0, length);
      stretches.get(stretches.size() - 1).add(copy);
    }
  }
}
