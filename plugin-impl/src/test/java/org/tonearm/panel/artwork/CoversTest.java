package org.tonearm.panel.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

final class CoversTest {
  private static final int KEPT = 3;

  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final List<Path> arrived = new ArrayList<>();
  private final List<Path> read = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatWasAskedLastComesFirstAndWhatIsScrolledAwayNotAtAll() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    PictureSource source =
        file -> {
          await(first);
          read.add(file);
          return Optional.empty();
        };
    try (Covers covers = covers(source)) {
      for (int i = 0; i <= 200; i++) {
        assertThat(covers.of(path(i))).isEqualTo(Cover.AWAITED);
      }
      first.countDown();
      await(65);
      assertThat(read)
          .startsWith(path(0), path(200), path(199))
          .hasSize(65)
          .doesNotContain(path(5));
    }
  }

  @Test
  void knowsTheLatestOnesOnly() throws InterruptedException {
    try (Covers covers =
        covers(
            file -> {
              read.add(file);
              return Optional.of("no picture".getBytes(StandardCharsets.US_ASCII));
            })) {
      for (int i = 0; i < 5; i++) {
        covers.of(path(i));
        await(i + 1);
      }
      assertThat(covers.of(path(4))).isEqualTo(Cover.UNREADABLE);
      assertThat(covers.of(path(0))).isEqualTo(Cover.AWAITED);
      await(6);
      assertThat(read).hasSize(6);
    }
  }

  @Test
  void aReaderThatFailsCostsOneCover() throws InterruptedException {
    try (Covers covers =
        covers(
            file -> {
              throw new IllegalStateException("a bug");
            })) {
      covers.of(path(1));
      await(1);
      assertThat(covers.of(path(1))).isEqualTo(Cover.UNREADABLE);
    }
  }

  private Covers covers(PictureSource source) {
    return new Covers(source, 16, KEPT, screen::add, arrived::add);
  }

  private void await(int count) throws InterruptedException {
    while (arrived.size() < count) {
      screen.take().run();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path path(int number) {
    return Path.of("track" + number);
  }
}
