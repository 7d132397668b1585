package org.tonearm.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However fast pieces come, the event thread gets them in portions, and one errand at a time. */
final class ArrivalsTest {

  @Test
  void comeInPortionsAndInOrder() {
    Deque<Runnable> screen = new ArrayDeque<>();
    List<Integer> sizes = new ArrayList<>();
    List<Integer> taken = new ArrayList<>();
    Arrivals<Integer> arrivals =
        new Arrivals<>(
            screen::add,
            pieces -> {
              sizes.add(pieces.size());
              taken.addAll(pieces);
            });
    int count = 3 * Arrivals.MOST + 7;
    for (int i = 0; i < count; i++) {
      arrivals.add(i);
      assertThat(screen).hasSize(1);
    }
    while (!screen.isEmpty()) {
      screen.remove().run();
      assertThat(screen.size()).isLessThan(2);
    }
    assertThat(sizes).containsExactly(Arrivals.MOST, Arrivals.MOST, Arrivals.MOST, 7);
    assertThat(taken).isEqualTo(IntStream.range(0, count).boxed().toList());
  }

  @Test
  void whoWaitsGoesOnWhenAllIsDelivered() throws InterruptedException {
    Deque<Runnable> screen = new ArrayDeque<>();
    Arrivals<Integer> arrivals = new Arrivals<>(screen::add, pieces -> {});
    arrivals.awaitDelivery();
    arrivals.add(1);
    Thread waiting =
        new Thread(
            () -> {
              try {
                arrivals.awaitDelivery();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    waiting.start();
    waiting.join(50);
    assertThat(waiting.isAlive()).isTrue();
    screen.remove().run();
    waiting.join();
  }

  @Test
  void whoWaitsGoesOnAlsoWhenAPieceCanNotBeTaken() throws InterruptedException {
    Deque<Runnable> screen = new ArrayDeque<>();
    Arrivals<Integer> arrivals =
        new Arrivals<>(
            screen::add,
            pieces -> {
              throw new IllegalStateException("odd");
            });
    arrivals.add(1);
    assertThatThrownBy(screen.remove()::run).hasMessage("odd");
    arrivals.awaitDelivery();
    arrivals.add(2);
    assertThat(screen).hasSize(1);
  }
}
