package org.tonearm.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tonearm.api.Track;
import org.tonearm.api.tag.TagException;
import org.tonearm.tag.journal.FileIdentity;

/**
 * Tells files that another program is still writing, a download or a copy under way: such a file
 * has another size or time when it was heard than when its hearing began. Costs two looks at a
 * file's entry and reads nothing. Thread-safe.
 */
final class StillFiles {
  private final Map<Path, FileIdentity> begun = new ConcurrentHashMap<>();

  /** Notes how a file stands, before anything of it is heard. */
  void note(Track track) {
    try {
      begun.put(track.path(), now(track));
    } catch (IOException e) {
      begun.remove(track.path()); // who reads it will say why it can't be read
    }
  }

  /**
   * Compares with what was noted, and forgets it.
   *
   * @throws TagException {@code being-written}; {@code changed-meanwhile} where another file came
   *     in its place
   */
  void check(Track track) throws TagException {
    FileIdentity before = begun.remove(track.path());
    if (before == null) {
      return;
    }
    FileIdentity after;
    try {
      after = now(track);
    } catch (IOException e) {
      return; // the writer will say that it is gone
    }
    if (!after.key().equals(before.key())) {
      throw new TagException(
          "changed-meanwhile",
          track.path() + " was replaced by another program while it was heard",
          "Close the other program, or wait until it is done, and run again.");
    }
    if (!after.sameContent(before)) {
      throw new TagException(
          "being-written",
          track.path()
              + " is being written by another program (it had "
              + before.size()
              + " bytes at first, then "
              + after.size()
              + "), so it was left alone",
          "Wait until the download, copy or recording is done, and run again.");
    }
  }

  private static FileIdentity now(Track track) throws IOException {
    return FileIdentity.of(track.path().toRealPath());
  }
}
