package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.nonmusic.NonMusic;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.statistics.WindowStatistics;

/** Trains the gate that tells music from what is none, on clips against synthesised sounds. */
public final class GateTraining {
  private static final int[] SECONDS = {6, 12, 30};
  private static final int SHORT_FRAMES = 40;

  private final FeatureExtractor extractor;
  private final int variants;
  private final int musicClips;

  /**
   * @param extractor of the features
   * @param variants synthesised sounds a kind
   * @param musicClips clips of music at most
   */
  public GateTraining(FeatureExtractor extractor, int variants, int musicClips) {
    this.extractor = extractor;
    this.variants = variants;
    this.musicClips = musicClips;
  }

  /**
   * Trains it.
   *
   * @param music clips of music, taken evenly over the list; each whole, and a short part of each
   *     third one
   * @param others recordings that are no music, beside the synthesised ones; may be empty
   */
  public MusicGate train(List<Frames> music, List<Frames> others) {
    List<float[]> rows = new ArrayList<>();
    for (NonMusic kind : NonMusic.values()) {
      for (int v = 0; v < variants; v++) {
        rows.add(WindowStatistics.of(frames(kind, v, SECONDS[v % SECONDS.length])));
      }
    }
    others.forEach(frames -> rows.add(WindowStatistics.of(frames)));
    int negatives = rows.size();
    int step = Math.max(1, music.size() / musicClips);
    for (int i = 0; i < music.size(); i += step) {
      Frames clip = music.get(i);
      rows.add(WindowStatistics.of(clip));
      if (i / step % 3 == 0 && clip.count() > SHORT_FRAMES) {
        rows.add(WindowStatistics.of(clip.window(0, SHORT_FRAMES)));
      }
    }
    int[] labels = new int[rows.size()];
    for (int i = negatives; i < labels.length; i++) {
      labels[i] = MusicGate.MUSIC;
    }
    return new MusicGate(StatisticsModel.train(new SupportVectorTraining(3, 1), rows, labels, 2));
  }

  /** Features of one synthesised sound. */
  public Frames frames(NonMusic kind, long seed, int seconds) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    float[] samples = kind.generate(seed, seconds, extractor.sampleRate());
    stream.push(samples, 0, samples.length);
    stream.finish();
    return Frames.of(frames, extractor.dimensions());
  }
}
