package org.tonearm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.audio.encode.EncodeFormat;

class DecoderThreadsTest {
  private static final int RATE = 22_050;

  @TempDir Path folder;

  private final FfmpegDecoder decoder = new FfmpegDecoder();

  /** More than ten at once, which is as many callbacks of a kind as JavaCPP makes by default. */
  @Test
  void manyThreadsDecodeAtOnce() throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (EncodeFormat format : EncodeFormat.values()) {
      Path file = track(format, 5);
      float[] expected = decode(file);
      for (int i = 0; i < 3; i++) {
        tasks.add(() -> Arrays.equals(decode(file), expected));
      }
    }
    ExecutorService threads = Executors.newFixedThreadPool(24);
    try {
      for (Future<Boolean> same : threads.invokeAll(tasks)) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void stopsWhenInterrupted() throws Exception {
    Path file = track(EncodeFormat.FLAC, 20);
    long[] received = new long[1];
    PcmSink sink =
        new PcmSink() {
          @Override
          public void begin(double startSeconds) {}

          @Override
          public void accept(float[] samples, int offset, int length) {
            received[0] += length;
            Thread.currentThread().interrupt();
          }
        };

    assertThatThrownBy(() -> decoder.decode(file, RATE, Excerpts.WHOLE, sink))
        .isInstanceOf(InterruptedException.class);

    assertThat(received[0]).isBetween(1L, 5L * RATE);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(decode(file)).hasSize(20 * RATE);
  }

  @Test
  void doesNotStartWhenInterrupted() throws Exception {
    Path file = track(EncodeFormat.WAV, 1);

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> decode(file)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aSinkThatThrowsEndsTheDecode() throws Exception {
    Path file = track(EncodeFormat.MP3, 2);
    PcmSink sink =
        new PcmSink() {
          @Override
          public void begin(double startSeconds) {
            throw new IllegalStateException("full");
          }

          @Override
          public void accept(float[] samples, int offset, int length) {}
        };

    assertThatThrownBy(() -> decoder.decode(file, RATE, Excerpts.WHOLE, sink))
        .isInstanceOf(IllegalStateException.class);

    DecodeReport again = decoder.decode(file, RATE, Excerpts.WHOLE, new CollectingSink());
    assertThat(again.complete()).isTrue();
  }

  private float[] decode(Path file) throws Exception {
    CollectingSink sink = new CollectingSink();
    decoder.decode(file, RATE, Excerpts.WHOLE, sink);
    return sink.stretch(0);
  }

  private Path track(EncodeFormat format, int seconds) throws Exception {
    float[][] sound = {EncodedAudio.glide(200, 5_000, 0.5, seconds, RATE)};
    String name = format.id() + "." + format.extension();
    return EncodedAudio.encode(folder, name, format.id(), sound, RATE);
  }
}
