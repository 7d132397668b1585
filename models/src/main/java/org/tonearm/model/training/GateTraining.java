package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.scattering.Scattering16kExtractor;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.feature.scattering.ScatteringLayout;
import org.tonearm.model.nonmusic.NonMusic;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.statistics.WindowStatistics;

/**
 * Trains the gate that tells music from what is none, on clips against synthesised sounds.
 *
 * <p>The gate is kept from learning how the recordings were made: it hears no order 0 and nothing
 * above {@link BandLayout#HIGHEST_HZ}, where coded clips differ from synthesised sounds (at 16 kHz
 * nothing above 6400 Hz, where resampling has left its mark), and every sound also at another
 * level.
 */
public final class GateTraining {
  private static final int[] SECONDS = {6, 12, 30};
  private static final int[] WINDOWS = {16, 32, 54, 108};
  private static final int SPEECH_SHARE = 3;
  private static final double QUIETEST_DB = -40;

  /** Four fifths of what 16 kHz can carry. */
  private static final float HIGHEST_HZ_AT_16K = 6400;

  private final FeatureExtractor extractor;
  private final int variants;
  private final int musicClips;
  private final BandLayout bands;
  private final float highestHz;

  /**
   * @param extractor of the features
   * @param variants synthesised sounds a kind; three times as many of the kinds of speech
   * @param musicClips clips of music at most
   */
  public GateTraining(ScatteringExtractor extractor, int variants, int musicClips) {
    this(extractor, extractor.layout(), BandLayout.HIGHEST_HZ, variants, musicClips);
  }

  /**
   * @param extractor of the features
   * @param variants synthesised sounds a kind; three times as many of the kinds of speech
   * @param musicClips clips of music at most
   */
  public GateTraining(Scattering16kExtractor extractor, int variants, int musicClips) {
    this(extractor, extractor.layout(), HIGHEST_HZ_AT_16K, variants, musicClips);
  }

  private GateTraining(
      FeatureExtractor extractor,
      ScatteringLayout layout,
      float highestHz,
      int variants,
      int musicClips) {
    this.extractor = extractor;
    this.variants = variants;
    this.musicClips = musicClips;
    this.bands = BandLayout.of(layout);
    this.highestHz = highestHz;
  }

  /**
   * Trains it. Deterministic.
   *
   * @param music clips of music, taken evenly over the list; each whole, and a part of it, of 3 to
   *     20 seconds, at another level
   * @param others recordings that are no music, beside the synthesised ones, used in the same way;
   *     may be empty
   */
  public MusicGate train(List<Frames> music, List<Frames> others) {
    Random random = new Random(1);
    List<float[]> rows = new ArrayList<>();
    for (NonMusic kind : NonMusic.values()) {
      int sounds = kind.speech() ? SPEECH_SHARE * variants : variants;
      for (int v = 0; v < sounds; v++) {
        add(frames(kind, v, SECONDS[v % SECONDS.length]), rows, random);
      }
    }
    others.forEach(frames -> add(frames, rows, random));
    int negatives = rows.size();
    int clips = Math.min(music.size(), musicClips);
    for (int i = 0; i < clips; i++) {
      add(music.get((int) ((long) i * music.size() / clips)), rows, random);
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

  private void add(Frames sound, List<float[]> rows, Random random) {
    rows.add(audible(WindowStatistics.of(sound)));
    int length = Math.min(sound.count(), WINDOWS[random.nextInt(WINDOWS.length)]);
    Frames part = sound.window(random.nextInt(sound.count() - length + 1), length);
    rows.add(audible(WindowStatistics.of(quieter(part, QUIETEST_DB * random.nextDouble()))));
  }

  /** The frames of the same sound at another level: only orders 0 and 1 know of it. */
  private Frames quieter(Frames frames, double decibels) {
    double gain = Math.pow(10, decibels / 20);
    float[] values = frames.values().clone();
    for (int i = 0; i < values.length; i++) {
      if (bands.order()[i % frames.dimensions()] < 2) {
        values[i] =
            (float)
                Math.log(
                    Math.max(0, Math.exp(values[i]) - ScatteringLayout.FLOOR) * gain
                        + ScatteringLayout.FLOOR);
      }
    }
    return new Frames(frames.count(), frames.dimensions(), values);
  }

  /** A statistic that is 0 in every training row never counts: its scale becomes 0. */
  private float[] audible(float[] statistics) {
    int d = extractor.dimensions();
    for (int i = 0; i < statistics.length; i++) {
      if (bands.order()[i % d] == 0 || bands.hertz()[i % d] > highestHz) {
        statistics[i] = 0;
      }
    }
    return statistics;
  }
}
