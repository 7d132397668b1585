package org.tonearm.tag.secondreader;

import java.nio.file.Path;
import java.util.Optional;
import org.jaudiotagger.tag.FieldKey;

/**
 * Reads the album tag through jaudiotagger: of the formats that it knows, which are all that can be
 * tagged but Opus. Thread-safe; never writes.
 */
public final class AlbumTags {

  /**
   * The name of a track's album.
   *
   * @return empty if it has none, or if it can't be read
   */
  public Optional<String> album(Path file) {
    return ReadTag.text(file, FieldKey.ALBUM);
  }
}
