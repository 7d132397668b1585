package org.tonearm.tag.secondreader;

import java.nio.file.Path;
import java.util.Optional;
import org.jaudiotagger.tag.FieldKey;

/**
 * Reads the artist's tag through jaudiotagger: of the formats that it knows, which are all that can
 * be tagged but Opus. Thread-safe; never writes.
 */
public final class ArtistTags {

  /**
   * The first artist of a track.
   *
   * @return empty if none is named, or if it can't be read
   */
  public Optional<String> artist(Path file) {
    return ReadTag.text(file, FieldKey.ARTIST);
  }
}
