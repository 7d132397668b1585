package org.tonearm.panel.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PeakSinkTest {
  private static final int RATE = 1000;

  @Test
  void peaksAreThoseOfTheSamples() {
    float[] samples = noise(100_000);
    PeakSink sink = new PeakSink(RATE, 10);
    for (int from = 0; from < samples.length; from += 777) {
      sink.accept(samples, from, Math.min(777, samples.length - from));
    }
    Waveform waveform = sink.waveform();
    assertThat(waveform.size()).isLessThanOrEqualTo(PeakSink.MOST);
    assertThat(waveform.seconds()).isCloseTo(100, within(0.1));
    int stretch = (int) Math.round(RATE * waveform.seconds() / waveform.size());
    for (int i = 0; i < waveform.size(); i++) {
      double middle = (i + 0.5) * stretch / RATE;
      assertThat(waveform.peak(middle, middle)).isEqualTo(peak(samples, i * stretch, stretch));
    }
  }

  @Test
  void aLongTrackTakesNoMoreThanAShortOne() {
    PeakSink sink = new PeakSink(RATE, 1);
    float[] second = new float[RATE];
    second[RATE / 2] = -2;
    for (int s = 0; s < 36_000; s++) {
      sink.accept(second, 0, RATE);
    }
    Waveform waveform = sink.waveform();
    assertThat(waveform.size()).isBetween(PeakSink.MOST / 2, PeakSink.MOST);
    assertThat(waveform.peak(0, 36_000)).isEqualTo(1);
    assertThat(waveform.peak(40_000, 50_000)).isZero();
  }

  private static float peak(float[] samples, int from, int length) {
    float peak = 0;
    for (int i = from; i < Math.min(samples.length, from + length); i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  }

  private static float[] noise(int count) {
    Random random = new Random(5);
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = random.nextFloat() * 2 - 1;
    }
    return samples;
  }
}
