package org.tonearm.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** Work on a thread of its own, against a screen that does one errand at a time. */
final class WorkTest {
  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final List<Optional<Exception>> ends = new ArrayList<>();

  @Test
  void whatNobodyForesawEndsTheWorkAndIsTold() throws InterruptedException {
    try (Work work = new Work(screen::add, System::nanoTime)) {
      Work.Piece faulty =
          going -> {
            throw new StackOverflowError("deep");
          };
      assertThat(work.begin("one", faulty, ends::add)).isTrue();
      assertThat(work.begin("other", going -> {}, ends::add)).isFalse();
      screen.take().run();
      assertThat(work.current()).isEmpty();
      assertThat(ends).hasSize(1);
      assertThat(ends.get(0).orElseThrow()).hasMessageContaining("deep");
      assertThat(work.begin("next", going -> {}, ends::add)).isTrue();
      screen.take().run();
      assertThat(ends.get(1)).isEmpty();
    }
  }

  @Test
  void aListenerThatFailsKeepsNoWorkFromBeginningOrEnding() throws InterruptedException {
    try (Work work = new Work(screen::add, System::nanoTime)) {
      work.listen(
          () -> {
            throw new IllegalStateException("odd");
          });
      assertThatThrownBy(() -> work.begin("one", going -> {}, ends::add)).hasMessage("odd");
      assertThatThrownBy(screen.take()::run).hasMessage("odd");
      assertThat(work.current()).isEmpty();
      assertThat(ends).containsExactly(Optional.empty());
    }
  }
}
