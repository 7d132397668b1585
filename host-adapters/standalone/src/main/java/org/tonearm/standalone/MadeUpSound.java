package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.Random;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.panel.sound.SoundSource;

/** Four minutes of nothing in particular, another one for each name. Reads no file. */
final class MadeUpSound implements SoundSource {
  private static final int SECONDS = 240;
  private static final double BEATS_A_SECOND = 2.1;
  private static final double PART_SECONDS = 30;

  @Override
  public double decode(Path file, int rate, PcmSink sink) throws InterruptedException {
    Random random = new Random(file.hashCode());
    float[] second = new float[rate];
    double part = 0.5;
    sink.begin(0);
    for (int s = 0; s < SECONDS; s++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (s % PART_SECONDS == 0) {
        part = s == 0 ? 0.3 : 0.35 + 0.6 * random.nextDouble();
      }
      for (int i = 0; i < rate; i++) {
        double beat = (s + (double) i / rate) * BEATS_A_SECOND % 1;
        second[i] =
            (float) (part * (0.35 + 0.65 * Math.exp(-4 * beat)) * (2 * random.nextFloat() - 1));
      }
      sink.accept(second, 0, rate);
    }
    return SECONDS;
  }
}
