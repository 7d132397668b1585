package org.tonearm.model.nonmusic;

import java.util.Random;

/**
 * A voice that babbles: a glottal pulse, breath and friction through a cascade of resonances that
 * glide from sound to sound, with consonants, stress, falling sentences and pauses (a source-filter
 * synthesiser after Klatt 1980, with random words). Not thread-safe.
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

  /** Where the formants are heading in a nasal, a lateral, and the closures of lips and tongue. */
  private static final double[][] CLOSED = {
    {250, 1100, 2300}, {350, 1100, 2700}, {200, 700, 2100}, {200, 1700, 2600}, {200, 2200, 2500}
  };

  private static final double[] BANDWIDTH = {80, 110, 160, 250, 350};
  private static final int TUNED_EVERY = 32;

  private final Random random;
  private final int rate;
  private final double pitch;
  private final double liveliness;
  private final double tract;
  private final double syllable;
  private final double breath;
  private final double openness;
  private final double glide;
  private final double pause;
  private final Resonance[] formants = new Resonance[BANDWIDTH.length];
  private final double[] hertz = {500, 1500, 2500, 3500, 4500};
  private final Resonance friction = new Resonance();
  private double phase;
  private double voicing;
  private double height;
  private double jitter = 1;

  FormantSpeech(Random random, int rate) {
    this.random = random;
    this.rate = rate;
    this.pitch = 75 * Math.pow(3.6, random.nextDouble());
    this.liveliness = 0.3 * random.nextDouble();
    this.tract = 0.9 + 0.35 * random.nextDouble();
    this.syllable = 0.09 + 0.13 * random.nextDouble();
    this.breath = random.nextInt(12) == 0 ? 1 : 0.01 + 0.06 * random.nextDouble();
    this.openness = 0.45 + 0.3 * random.nextDouble();
    this.glide = 1 - Math.exp(-TUNED_EVERY / ((0.012 + 0.03 * random.nextDouble()) * rate));
    this.pause = 0.1 + 0.7 * random.nextDouble();
    this.height = pitch;
    for (int f = 0; f < formants.length; f++) {
      formants[f] = new Resonance();
    }
  }

  float[] speak(float[] out) {
    int at = (int) (0.3 * random.nextDouble() * rate);
    while (at < out.length) {
      int syllables = 3 + random.nextInt(16);
      for (int s = 0; s < syllables && at < out.length; s++) {
        double fall = 1.12 - 0.25 * s / syllables;
        at = consonant(out, at, fall);
        at = vowel(out, at, fall, s == syllables - 1);
        if (random.nextInt(4) == 0) {
          at = consonant(out, at, fall);
        }
      }
      at = voiced(out, at, 0.03, hertz, 0, fallen()); // the voice dies away
      at += (int) (pause * (0.4 + 1.2 * random.nextDouble()) * rate);
    }
    return out;
  }

  private double fallen() {
    return pitch * 0.85;
  }

  private int consonant(float[] out, int from, double fall) {
    int kind = random.nextInt(5);
    double[] closed = CLOSED[random.nextInt(CLOSED.length)];
    double tone = pitch * fall;
    if (kind == 0) { // nasal or liquid
      return voiced(out, from, 0.05 + 0.05 * random.nextDouble(), closed, 0.4, tone);
    }
    if (kind == 1) { // plosive: closure, then a burst
      int shut = voiced(out, from, 0.03 + 0.06 * random.nextDouble(), closed, 0.02, tone);
      return hiss(out, shut, 0.01 + 0.03 * random.nextDouble(), 800 + 3500 * random.nextDouble());
    }
    if (kind == 2) { // voiced plosive
      return voiced(out, from, 0.03 + 0.04 * random.nextDouble(), closed, 0.12, tone);
    }
    if (kind == 3) { // fricative
      voicing = 0;
      return hiss(out, from, 0.05 + 0.09 * random.nextDouble(), 1800 + 5500 * random.nextDouble());
    }
    return from;
  }

  private int hiss(float[] out, int from, double seconds, double centre) {
    double level = 0.02 * Math.pow(12, random.nextDouble());
    friction.tune(Math.min(centre, 0.45 * rate), 600 + 1500 * random.nextDouble(), rate);
    int n = (int) (seconds * rate);
    for (int i = 0; i < n && from + i < out.length; i++) {
      double envelope = Math.min(1, 6 * Math.min(i + 1.0, n - i) / n);
      out[from + i] += (float) (level * envelope * friction.step(random.nextGaussian()));
    }
    return from + n;
  }

  private int vowel(float[] out, int from, double fall, boolean last) {
    double[] a = VOWELS[random.nextInt(VOWELS.length)];
    double stress = random.nextInt(3) == 0 ? 1 : 0.45 + 0.3 * random.nextDouble();
    double length = syllable * (0.4 + 0.6 * stress + 0.3 * random.nextDouble()) * (last ? 1.6 : 1);
    double tone = pitch * fall * (1 + liveliness * (stress - 0.6 + 0.3 * random.nextGaussian()));
    if (random.nextInt(4) == 0) { // a diphthong
      double[] b = VOWELS[random.nextInt(VOWELS.length)];
      int middle = voiced(out, from, length / 2, a, stress, tone);
      return voiced(out, middle, length / 2, b, 0.8 * stress, tone);
    }
    return voiced(out, from, length, a, stress, last ? fallen() : tone);
  }

  /** Moves mouth, pitch and loudness towards a target for a while, and sounds. */
  private int voiced(
      float[] out, int from, double seconds, double[] target, double loudness, double tone) {
    int n = (int) (seconds * rate);
    double ease = 1 - Math.exp(-1 / (0.012 * rate));
    double bend = 1 - Math.exp(-1 / (0.06 * rate));
    for (int i = 0; i < n && from + i < out.length; i++) {
      if (i % TUNED_EVERY == 0) {
        for (int f = 0; f < formants.length; f++) {
          double goal = f < 3 ? target[f] : 1000 * f + 500;
          hertz[f] += glide * (goal - hertz[f]);
          formants[f].tune(Math.min(tract * hertz[f], 0.46 * rate), BANDWIDTH[f], rate);
        }
      }
      voicing += ease * (loudness - voicing);
      height += bend * (Math.max(50, tone) - height);
      phase += height * jitter / rate;
      if (phase >= 1) {
        phase -= 1;
        jitter = 1 + 0.012 * random.nextGaussian();
      }
      double value = voicing * source();
      for (Resonance formant : formants) {
        value = formant.step(value);
      }
      out[from + i] += (float) value;
    }
    return from + n;
  }

  /** Derivative of the glottal flow (Rosenberg 1971), and breath while the glottis is open. */
  private double source() {
    double rise = 0.66 * openness;
    double flow = 0;
    if (phase < rise) {
      flow = 0.5 * Math.PI * Math.sin(Math.PI * phase / rise) * (0.34 / 0.66);
    } else if (phase < openness) {
      flow = -0.5 * Math.PI * Math.sin(0.5 * Math.PI * (phase - rise) / (openness - rise));
    }
    double noise = breath * random.nextGaussian() * (phase < openness ? 1 : 0.3);
    return breath >= 1 ? 0.3 * noise : flow + noise;
  }

  /** A resonance of second order, of gain 1 at 0 Hz. */
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
