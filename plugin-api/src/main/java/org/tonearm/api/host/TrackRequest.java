package org.tonearm.api.host;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.tonearm.api.Stability;
import org.tonearm.api.TonearmException;

/**
 * Which tracks a host is asked for.
 *
 * @param paths files and folders; a host with a library of its own limits its tracks to them, or
 *     gives all if empty
 * @param include glob patterns on the file name; empty for the audio files Tonearm knows
 * @param exclude glob patterns on the file name that are left out
 * @param problems told of each place that can't be listed; called on the thread that reads the
 *     stream
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record TrackRequest(
    List<Path> paths, List<String> include, List<String> exclude, Consumer<Problem> problems) {
  /** Copies the lists. */
  public TrackRequest {
    paths = List.copyOf(paths);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /**
   * A place that can't be listed.
   *
   * @param path where
   * @param error why
   */
  public record Problem(Path path, TonearmException error) {}
}
