package org.tonearm.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Events as a test tells them. */
final class FakeEvents implements EventSource {
  private final Deque<News> news = new ArrayDeque<>();

  void tell(Path... files) {
    news.add(new News(Set.of(files), Set.of()));
  }

  /** Events were lost. */
  void overflow(Path folder) {
    news.add(new News(Set.of(), Set.of(folder)));
  }

  @Override
  public News await(Duration most) {
    return news.isEmpty() ? News.NONE : news.remove();
  }

  @Override
  public List<String> ways() {
    return List.of("told by a test");
  }

  @Override
  public void close() {}
}
