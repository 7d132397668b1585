package org.tonearm.panel.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.panel.said.EngineTexts;

final class WaveformsTest {
  private final Screen screen = new Screen();
  private final List<String> told = new ArrayList<>();

  @Test
  void isDrawnOnceAndKept() throws InterruptedException {
    AtomicInteger decoded = new AtomicInteger();
    SoundSource source =
        (file, rate, sink) -> {
          decoded.incrementAndGet();
          sink.accept(new float[rate], 0, rate);
          return 1;
        };
    try (Waveforms waveforms = waveforms(source)) {
      waveforms.ask(Path.of("a"));
      screen.until(() -> told.contains("a whole"));
      waveforms.ask(Path.of("a"));
      assertThat(told).containsExactly("a whole", "a whole");
      assertThat(decoded).hasValue(1);
    }
  }

  @Test
  void anotherTrackEndsTheWorkOnTheFirst() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    SoundSource source =
        (file, rate, sink) -> {
          if (file.equals(Path.of("long"))) {
            begun.countDown();
            try {
              new CountDownLatch(1).await();
            } finally {
              ended.countDown();
            }
          }
          sink.accept(new float[rate], 0, rate);
          return 1;
        };
    try (Waveforms waveforms = waveforms(source)) {
      waveforms.ask(Path.of("long"));
      begun.await();
      waveforms.ask(Path.of("short"));
      ended.await();
      screen.until(() -> told.contains("short whole"));
      assertThat(told).containsExactly("short whole");
    }
  }

  @Test
  void saysWhyThereIsNone() throws InterruptedException {
    SoundSource source =
        (file, rate, sink) -> {
          throw new DecodeException("not-audio", file + ": no audio.", "Leave it out.");
        };
    try (Waveforms waveforms = waveforms(source)) {
      waveforms.ask(Path.of("text"));
      screen.until(() -> !told.isEmpty());
      assertThat(told).containsExactly("text failed: text: no audio. Leave it out.");
    }
  }

  private Waveforms waveforms(SoundSource source) {
    return new Waveforms(
        source,
        screen,
        new Waveforms.Listener() {
          @Override
          public void drawn(Path file, Waveform waveform, boolean whole) {
            told.add(file + (whole ? " whole" : " part"));
          }

          @Override
          public void failed(Path file, Throwable why) {
            told.add(file + " failed: " + new EngineTexts(Locale.ENGLISH).problem(why));
          }
        });
  }
}
