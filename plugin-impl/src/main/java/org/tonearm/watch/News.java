package org.tonearm.watch;

import java.nio.file.Path;
import java.util.Set;

/**
 * What an {@link EventSource} tells.
 *
 * @param files that came or were changed; they may be gone again
 * @param again folders to be looked through as a whole, since single events were lost or there are
 *     none
 */
public record News(Set<Path> files, Set<Path> again) {
  /** Nothing happened. */
  public static final News NONE = new News(Set.of(), Set.of());

  /** Copies the sets. */
  public News {
    files = Set.copyOf(files);
    again = Set.copyOf(again);
  }

  /** Whether nothing happened. */
  public boolean none() {
    return files.isEmpty() && again.isEmpty();
  }
}
