package org.tonearm.panel.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.panel.said.EngineTexts;

final class PlayerTest {
  private static final Path TRACK = Path.of("track.mp3");
  private static final int SECONDS = 20;

  private final Screen screen = new Screen();
  private final Memory memory = new Memory();

  @Test
  void playsFromTheSpotToTheEnd() throws InterruptedException {
    try (Player player = player(PlayerTest::counting, rate -> Optional.of(memory))) {
      player.play(TRACK, 12);
      assertThat(player.state()).isEqualTo(Player.State.SEEKING);
      screen.until(() -> player.state() == Player.State.PLAYING);
      screen.until(() -> player.state() == Player.State.SILENT);
      ShortBuffer heard = memory.heard();
      assertThat(heard.remaining()).isEqualTo((SECONDS - 12) * memory.rate());
      // The made-up track gets a little louder each second.
      assertThat(heard.get(0)).isEqualTo((short) (12 * 1000));
      assertThat(heard.get(heard.remaining() - 1)).isEqualTo((short) (19 * 1000));
      assertThat(player.position()).isCloseTo(SECONDS, within(1e-3));
      while (!memory.closed) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void stopsAndKeepsItsPlace() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    SoundSource endless =
        (file, rate, sink) -> {
          float[] second = new float[rate];
          for (int s = 0; ; s++) {
            if (s == 5) {
              stopped.await();
            }
            sink.accept(second, 0, rate);
          }
        };
    try (Player player = player(endless, rate -> Optional.of(memory))) {
      player.play(TRACK, 1);
      screen.until(() -> player.state() == Player.State.PLAYING);
      while (memory.heardSeconds() < 3.5) {
        Thread.onSpinWait();
      }
      player.stop();
      stopped.countDown();
      assertThat(player.state()).isEqualTo(Player.State.SILENT);
      assertThat(player.position()).isBetween(4.4, 5.1);
      while (!memory.closed) {
        Thread.onSpinWait();
      }
      assertThat(memory.heardSeconds()).isLessThan(4.1);
    }
  }

  @Test
  void saysThatThereIsNoDevice() throws InterruptedException {
    try (Player player = player(PlayerTest::counting, rate -> Optional.empty())) {
      player.play(TRACK, 3);
      screen.until(() -> player.state() == Player.State.NO_DEVICE);
      assertThat(player.on()).isFalse();
      assertThat(player.position()).isEqualTo(3);
    }
  }

  @Test
  void saysWhyATrackCannotBePlayed() throws InterruptedException {
    SoundSource broken =
        (file, rate, sink) -> {
          throw new DecodeException("broken", file + ": nothing in it.", "Get another copy.");
        };
    try (Player player = player(broken, rate -> Optional.of(memory))) {
      player.play(TRACK, 0);
      screen.until(() -> player.state() == Player.State.FAILED);
      assertThat(new EngineTexts(Locale.ENGLISH).problem(player.why().orElseThrow()))
          .isEqualTo("track.mp3: nothing in it. Get another copy.");
    }
  }

  @Test
  void anotherTrackTakesThePlaceOfTheFirst() throws InterruptedException {
    AtomicInteger lines = new AtomicInteger();
    Memory second = new Memory();
    try (Player player =
        player(
            PlayerTest::counting,
            rate -> Optional.of(lines.getAndIncrement() == 0 ? memory : second))) {
      player.play(TRACK, 0);
      player.play(Path.of("other.mp3"), 18);
      screen.until(() -> player.state() == Player.State.PLAYING);
      screen.until(() -> player.state() == Player.State.SILENT);
      assertThat(player.position()).isCloseTo(SECONDS, within(1e-3));
    }
  }

  private Player player(SoundSource source, AudioOutput output) {
    return new Player(source, output, screen, () -> {});
  }

  /** Each second of it is louder by 1000 of 32767 than the one before. */
  private static double counting(Path file, int rate, PcmSink sink) {
    float[] second = new float[rate];
    sink.begin(0);
    for (int s = 0; s < SECONDS; s++) {
      Arrays.fill(second, s * 1000f / Short.MAX_VALUE);
      sink.accept(second, 0, rate);
    }
    return SECONDS;
  }

  /** A device that takes all at once. */
  private static final class Memory implements AudioOutput.Line {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile boolean closed;

    int rate() {
      return 44_100;
    }

    @Override
    public synchronized void write(byte[] samples, int length) {
      bytes.write(samples, 0, length);
    }

    @Override
    public synchronized double heardSeconds() {
      return bytes.size() / 2.0 / rate();
    }

    @Override
    public void drain() {}

    @Override
    public void close() {
      closed = true;
    }

    synchronized ShortBuffer heard() {
      return ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }
  }
}
