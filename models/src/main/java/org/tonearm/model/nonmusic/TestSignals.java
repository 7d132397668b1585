package org.tonearm.model.nonmusic;

import java.util.Random;

/** Signals of the laboratory. Each method fills and returns the array given. */
final class TestSignals {
  private TestSignals() {}

  static float[] noise(float[] out, Random random, int rate) {
    int colour = random.nextInt(3);
    double[] pink = new double[6];
    double[] pole = {0.99886, 0.99332, 0.969, 0.8665, 0.55, 0.2};
    double brown = 0;
    double swell = random.nextBoolean() ? 0.2 + 2 * random.nextDouble() : 0;
    double smooth = random.nextInt(3) == 0 ? 0.02 + 0.5 * random.nextDouble() : 1;
    double low = 0;
    for (int i = 0; i < out.length; i++) {
      double white = random.nextGaussian();
      double value = white;
      if (colour == 1) {
        value = 0;
        for (int k = 0; k < pink.length; k++) {
          pink[k] = pole[k] * pink[k] + (1 - pole[k]) * white * (k + 1);
          value += pink[k];
        }
      } else if (colour == 2) {
        brown = 0.998 * brown + 0.05 * white;
        value = brown;
      }
      low += smooth * (value - low);
      double envelope = swell == 0 ? 1 : 1.1 + Math.sin(2 * Math.PI * swell * i / rate);
      out[i] = (float) (low * envelope);
    }
    return out;
  }

  static float[] tone(float[] out, Random random, int rate) {
    int shape = random.nextInt(3);
    int voices = 1 + random.nextInt(2);
    for (int v = 0; v < voices; v++) {
      double step = hertz(random) / rate;
      double phase = 0;
      for (int i = 0; i < out.length; i++) {
        phase = (phase + step) % 1;
        out[i] += (float) shape(shape, phase);
      }
    }
    return out;
  }

  static float[] sweep(float[] out, Random random, int rate) {
    double from = hertz(random);
    double to = hertz(random);
    double period = 1 + random.nextInt(30);
    boolean octaves = random.nextBoolean();
    double phase = 0;
    for (int i = 0; i < out.length; i++) {
      double at = i / (rate * period) % 1;
      double f = octaves ? from * Math.pow(to / from, at) : from + (to - from) * at;
      phase = (phase + f / rate) % 1;
      out[i] = (float) Math.sin(2 * Math.PI * phase);
    }
    return out;
  }

  static float[] beeps(float[] out, Random random, int rate) {
    double on = 0.05 + 0.5 * random.nextDouble();
    double off = 0.05 + 1.5 * random.nextDouble();
    boolean dial = random.nextBoolean();
    double[] rows = {697, 770, 852, 941};
    double[] columns = {1209, 1336, 1477};
    double fixed = 400 + 1600 * random.nextDouble();
    double a = fixed;
    double b = fixed;
    int last = -1;
    for (int i = 0; i < out.length; i++) {
      double seconds = (double) i / rate;
      int beep = (int) (seconds / (on + off));
      if (beep != last && dial) {
        a = rows[random.nextInt(rows.length)];
        b = columns[random.nextInt(columns.length)];
      }
      last = beep;
      if (seconds - beep * (on + off) < on) {
        out[i] =
            (float) (Math.sin(2 * Math.PI * a * seconds) + Math.sin(2 * Math.PI * b * seconds));
      }
    }
    return out;
  }

  static float[] clicks(float[] out, Random random, int rate) {
    double gap = 0.02 + 1.5 * random.nextDouble();
    boolean regular = random.nextBoolean();
    double decay = 0.2 + 0.799 * random.nextDouble();
    double next = 0;
    double envelope = 0;
    for (int i = 0; i < out.length; i++) {
      if (i >= next) {
        envelope = 1;
        next += rate * gap * (regular ? 1 : 0.1 + 2 * random.nextDouble());
      }
      out[i] = (float) (envelope * random.nextGaussian());
      envelope *= decay;
    }
    return out;
  }

  static float[] hum(float[] out, Random random, int rate) {
    double mains = random.nextBoolean() ? 50 : 60;
    int harmonics = 1 + random.nextInt(12);
    double hiss = 0.1 * random.nextDouble();
    for (int i = 0; i < out.length; i++) {
      double value = hiss * random.nextGaussian();
      for (int h = 1; h <= harmonics; h++) {
        value += Math.sin(2 * Math.PI * mains * h * i / rate + h * h) / h;
      }
      out[i] = (float) value;
    }
    return out;
  }

  private static double hertz(Random random) {
    return 40 * Math.pow(200, random.nextDouble());
  }

  private static double shape(int shape, double phase) {
    return switch (shape) {
      case 0 -> Math.sin(2 * Math.PI * phase);
      case 1 -> phase < 0.5 ? 1 : -1;
      default -> 2 * phase - 1;
    };
  }
}
