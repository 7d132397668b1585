package org.tonearm.library;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;

/**
 * Lists the tracks of files and folders.
 *
 * <p>Folders are entered recursively, links followed, each folder entered once and each file given
 * once however many ways lead to it; files of a folder come in the order of their names. The {@link
 * java.nio.file.Path} of a track is the very object that the listing gave. Stateless and
 * thread-safe.
 */
public final class LibraryScan {

  /**
   * Begins a scan.
   *
   * @param request at least one path; what can't be listed is told to its problems
   * @return lazily listed on the thread that reads it; no file or folder stays open between two
   *     tracks
   * @throws java.util.regex.PatternSyntaxException if a pattern is no glob
   */
  public Stream<Track> tracks(TrackRequest request) {
    Walk walk = new Walk(request);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            walk, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT),
        false);
  }
}
