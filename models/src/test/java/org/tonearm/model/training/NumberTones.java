package org.tonearm.model.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;

/** Each file is a tone in noise, higher with the digit that is its name's second letter. */
final class NumberTones implements AudioDecoder {
  private static final int SECONDS = 8;

  @Override
  public DecodeReport decode(Path file, int sampleRate, Excerpts excerpts, PcmSink sink) {
    float[] samples = samples(file.getFileName().toString(), sampleRate);
    sink.begin(0);
    sink.accept(samples, 0, samples.length);
    return new DecodeReport(samples.length, SECONDS, true, "tone", List.of());
  }

  /** The tone of a file of that name. */
  static float[] samples(String name, int sampleRate) {
    Random random = new Random(name.hashCode());
    double hertz = 200 * Character.digit(name.charAt(1), 10) * (1 + 0.05 * random.nextDouble());
    float[] samples = new float[SECONDS * sampleRate];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          (float)
              (0.3 * Math.sin(2 * Math.PI * hertz * i / sampleRate) + 0.05 * random.nextGaussian());
    }
    return samples;
  }
}
