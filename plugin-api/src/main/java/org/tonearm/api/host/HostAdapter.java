package org.tonearm.api.host;

import java.util.stream.Stream;
import org.tonearm.api.Stability;
import org.tonearm.api.Track;
import org.tonearm.api.tag.TagProfile;

/**
 * A program whose library is tagged. Found with {@link java.util.ServiceLoader}. Every
 * implementation's tests extend {@code HostAdapterCompatibilityKit}.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public interface HostAdapter {

  /** A lower-case word, such as {@code mixxx}. */
  String id();

  /** The program's own name, such as Mixxx. */
  String displayName();

  /**
   * The tracks of a place in the host's library, each file once.
   *
   * @param request what to list
   * @return lazily listed; the caller closes the stream. What can't be listed is reported to the
   *     request's {@link TrackRequest#problems()} and skipped.
   */
  Stream<Track> tracks(TrackRequest request);

  /** How this host wants its tags. */
  TagProfile profile();

  /** What the user does so that the host shows new tags, as one sentence. */
  String refreshHint();
}
