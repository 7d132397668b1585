package org.tonearm.api.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tonearm.api.Stability;
import org.tonearm.api.Track;
import org.tonearm.api.tag.TagProfile;

/**
 * A program whose library is tagged. Found with {@link java.util.ServiceLoader}, and then on the
 * library at the usual place. Immutable and thread-safe. Every implementation's tests extend {@code
 * HostAdapterCompatibilityKit}.
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

  /**
   * Looks for the library. Never fails: what is wrong is said in the answer.
   *
   * @return for a host that knows files only as they lie on the disk, a supported library without a
   *     place
   */
  default HostLibrary library() {
    return new HostLibrary(
        HostLibrary.Support.SUPPORTED,
        Optional.empty(),
        "",
        "It has no library of its own: name files and folders.");
  }

  /**
   * This host on the library at another place than the usual one.
   *
   * @param place a file or folder that the user names; need not exist
   * @throws HostException {@code no-library} if the host has no library of its own
   */
  default HostAdapter at(Path place) throws HostException {
    throw new HostException(
        "no-library",
        displayName() + ": this host has no library of its own, so " + place + " can't be one.",
        "Name files and folders instead.");
  }

  /**
   * The library as a collection that can be exported anew.
   *
   * @return empty for a host whose library is no such file
   * @throws HostException if there is none, or if it can't be read in full
   */
  default Optional<HostCollection> collection() throws HostException {
    return Optional.empty();
  }

  /**
   * The library with its tracks and playlists.
   *
   * @return empty for a host that has no library of its own
   * @throws HostException if there is none, or if it can't be read in full
   */
  default Optional<? extends HostListing> listing() throws HostException {
    return collection();
  }

  /** The host's own crates, where they can be filled. */
  default Optional<HostCrates> crates() {
    return Optional.empty();
  }

  /** The host as a server that can be asked to look again; empty for all others. */
  default Optional<HostServer> server() {
    return Optional.empty();
  }

  /** What is unsafe now, such as the host running while its library is worked with. */
  default List<HostHazard> hazards() {
    return List.of();
  }

  /** How results reach the host; at least one way. */
  default Set<ResultWay> ways() {
    return Set.of(ResultWay.FILE_TAGS);
  }

  /** A plugin of Tonearm's that runs in the host; empty where there is none. */
  default Optional<HostPlugin> plugin() {
    return Optional.empty();
  }

  /** Where the host shows a mood. */
  default MoodPlace moodPlace() {
    return MoodPlace.OWN_FIELD;
  }
}
