package org.tonearm.model.nonmusic;

import java.util.Random;

/**
 * A voice that babbles: a glottal pulse and noise through three resonances that move from vowel to
 * vowel, with consonants, stress, falling sentences and pauses (a source-filter synthesiser after
 * Klatt 1980, with random words). Not thread-safe.
 */
final class FormantSpeech {
  /** First three formants of common vowels of a man's voice, in Hz (Peterson and Barney 1952). */
  private static final double[][] VOWELS = {
    {270, 2290, 3010},
    {390, 1990, 2550},
    {530, 1840, 2480},
    {660, 1720, 2410},
    {730, 1090, 2440},
    {570, 840, 2410},
    {440, 1020, 2240},
    {300, 870, 2240},
    {640, 1190, 2390},
    {490, 1350, 1690}
  };

  private static final double[] BANDWIDTH = {70, 100, 150};

  private final Random random;
  private final int rate;
  private final double pitch;
  private final double tract;
  private final double syllable;
  private final Resonance[] formants = {new Resonance(), new Resonance(), new Resonance()};
  private final Resonance friction = new Resonance();
  private double phase;

  FormantSpeech(Random random, int rate) {
    this.random = random;
    this.rate = rate;
    this.pitch = 85 * Math.pow(3, random.nextDouble());
    this.tract = 0.95 + 0.3 * random.nextDouble();
    this.syllable = 0.13 + 0.14 * random.nextDouble();
  }

  float[] speak(float[] out) {
    int at = (int) (0.3 * random.nextDouble() * rate);
    while (at < out.length) {
      int syllables = 3 + random.nextInt(14);
      for (int s = 0; s < syllables && at < out.length; s++) {
        at = consonant(out, at);
        at = vowel(out, at, 1 - (double) s / syllables);
        if (random.nextInt(6) == 0) {
          at += (int) (0.05 * rate);
        }
      }
      at += (int) ((0.15 + 0.8 * random.nextDouble()) * rate);
    }
    return out;
  }

  private int consonant(float[] out, int from) {
    int kind = random.nextInt(4);
    if (kind == 0) {
      return from;
    }
    double seconds = kind == 1 ? 0.02 : 0.04 + 0.08 * random.nextDouble();
    int start = kind == 1 ? from + (int) (0.05 * rate) : from;
    double centre =
        kind == 1 ? 1000 + 3000 * random.nextDouble() : 2500 + 4500 * random.nextDouble();
    double level = 0.05 + 0.2 * random.nextDouble();
    friction.tune(centre, 900, rate);
    int n = (int) (seconds * rate);
    for (int i = 0; i < n && start + i < out.length; i++) {
      double envelope = kind == 1 ? Math.exp(-4.0 * i / n) : Math.sin(Math.PI * i / n);
      out[start + i] += (float) (level * envelope * friction.step(random.nextGaussian()));
    }
    return start + n;
  }

  private int vowel(float[] out, int from, double fall) {
    double[] a = VOWELS[random.nextInt(VOWELS.length)];
    double[] b = random.nextInt(3) == 0 ? VOWELS[random.nextInt(VOWELS.length)] : a;
    int n = (int) (syllable * (0.6 + 0.9 * random.nextDouble()) * rate);
    double stress = 0.6 + 0.5 * random.nextDouble();
    double height = pitch * (0.8 + 0.35 * fall + 0.15 * stress * random.nextDouble());
    for (int i = 0; i < n && from + i < out.length; i++) {
      double t = (double) i / n;
      if (i % 64 == 0) {
        for (int f = 0; f < 3; f++) {
          double hertz = tract * (a[f] + (b[f] - a[f]) * t);
          formants[f].tune(Math.min(hertz, 0.45 * rate), BANDWIDTH[f], rate);
        }
      }
      double jitter = 1 + 0.01 * random.nextGaussian();
      phase += height * (1 + 0.08 * Math.sin(Math.PI * t)) * jitter / rate;
      phase -= Math.floor(phase);
      double pulse = phase < 0.6 ? Math.sin(Math.PI * phase / 0.6) - 0.5 : -0.5;
      double source = pulse + 0.03 * random.nextGaussian();
      double voice = 0;
      for (int f = 0; f < 3; f++) {
        voice += formants[f].step(source) / (f + 1);
      }
      out[from + i] += (float) (stress * voice * Math.min(1, 8 * Math.min(t, 1 - t)));
    }
    return from + n;
  }

  /** A resonance of second order. */
  private static final class Resonance {
    private double a;
    private double b;
    private double c;
    private double y1;
    private double y2;

    void tune(double hertz, double bandwidth, int rate) {
      double r = Math.exp(-Math.PI * bandwidth / rate);
      c = -r * r;
      b = 2 * r * Math.cos(2 * Math.PI * hertz / rate);
      a = 1 - b - c;
    }

    double step(double x) {
      double y = a * x + b * y1 + c * y2;
      y2 = y1;
      y1 = y;
      return y;
    }
  }
}
