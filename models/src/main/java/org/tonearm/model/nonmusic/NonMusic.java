package org.tonearm.model.nonmusic;

import java.util.Random;

/** Kinds of sound that are no music, each with endless variants. */
public enum NonMusic {
  /** Digital silence, or dither of one to three steps of 16 bits. */
  SILENCE,
  /** White, pink or brown noise, at times band-limited or swelling. */
  NOISE,
  /** Steady tones: sine, square or sawtooth, alone or two at once. */
  TONE,
  /** Sweeps of frequency, linear or by octave. */
  SWEEP,
  /** Beeps and dialling tones with pauses. */
  BEEPS,
  /** Clicks and bursts, regular or not. */
  CLICKS,
  /** Mains hum with harmonics, and hiss. */
  HUM,
  /** Speech of one voice, by formant synthesis. */
  SPEECH,
  /** The same with noise or hum behind it. */
  NOISY_SPEECH,
  /** Two to four voices at a time. */
  VOICES;

  /**
   * Makes one variant.
   *
   * @param seed equal seeds give equal sounds
   * @param seconds length
   * @param rate sample rate in Hz
   * @return mono samples within -1 to 1
   */
  public float[] generate(long seed, double seconds, int rate) {
    Random random = new Random(seed * 31 + name().hashCode());
    float[] out = new float[(int) (seconds * rate)];
    switch (this) {
      case SILENCE -> dither(out, random);
      case NOISE -> scale(TestSignals.noise(out, random, rate), level(random));
      case TONE -> scale(TestSignals.tone(out, random, rate), level(random));
      case SWEEP -> scale(TestSignals.sweep(out, random, rate), level(random));
      case BEEPS -> scale(TestSignals.beeps(out, random, rate), level(random));
      case CLICKS -> scale(TestSignals.clicks(out, random, rate), level(random));
      case HUM -> scale(TestSignals.hum(out, random, rate), level(random));
      case SPEECH -> speech(out, random, rate, 1);
      case VOICES -> speech(out, random, rate, 2 + random.nextInt(3));
      case NOISY_SPEECH -> {
        speech(out, random, rate, 1);
        float[] behind = new float[out.length];
        if (random.nextBoolean()) {
          TestSignals.noise(behind, random, rate);
        } else {
          TestSignals.hum(behind, random, rate);
        }
        scale(behind, peak(out) * 0.01 * Math.pow(30, random.nextDouble()));
        for (int i = 0; i < out.length; i++) {
          out[i] = Math.max(-1f, Math.min(1f, out[i] + behind[i]));
        }
      }
    }
    return out;
  }

  /** True for voices: the kinds that are hardest to tell from music. */
  public boolean speech() {
    return this == SPEECH || this == NOISY_SPEECH || this == VOICES;
  }

  private static void speech(float[] out, Random random, int rate, int voices) {
    new FormantSpeech(random, rate).speak(out);
    for (int v = 1; v < voices; v++) {
      float[] other = new FormantSpeech(random, rate).speak(new float[out.length]);
      scale(other, peak(out) * (0.3 + 0.7 * random.nextDouble()));
      for (int i = 0; i < out.length; i++) {
        out[i] += other[i];
      }
    }
    Surroundings.apply(out, random, rate);
    scale(out, level(random));
  }

  /** From full scale down to 45 dB below it. */
  private static double level(Random random) {
    return Math.pow(10, -2.25 * random.nextDouble() * random.nextDouble());
  }

  private static void dither(float[] out, Random random) {
    int steps = random.nextInt(4);
    for (int i = 0; i < out.length && steps > 0; i++) {
      out[i] = (random.nextInt(2 * steps + 1) - steps) / 32768f;
    }
  }

  private static float peak(float[] samples) {
    float max = 1e-9f;
    for (float v : samples) {
      max = Math.max(max, Math.abs(v));
    }
    return max;
  }

  private static void scale(float[] samples, double peak) {
    float gain = (float) (peak / peak(samples));
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.max(-1f, Math.min(1f, samples[i] * gain));
    }
  }
}
