package org.tonearm.tag.plan;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.api.Track;
import org.tonearm.taxonomy.Spelling;

/**
 * What makes tracks one album: they lie in the same folder and have the same album tag, compared
 * without case and punctuation. Whether tracks of which no album tag is known are one album is for
 * the caller to say.
 *
 * @param folder where the tracks lie; empty for a file without a folder in its path
 * @param album key of the album tag, "" if none is known
 */
public record Album(Optional<Path> folder, String album) {
  /** Checks that nothing is null. */
  public Album {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(album);
  }

  /**
   * The album of a track.
   *
   * @param albumTag as the file has it; empty if it has none, or it can't be read
   */
  public static Album of(Track track, Optional<String> albumTag) {
    return new Album(
        Optional.ofNullable(track.path().getParent()), albumTag.map(Spelling::key).orElse(""));
  }
}
