package org.tonearm.tag.secondreader;

import java.nio.file.Path;
import java.util.Optional;
import org.jaudiotagger.tag.FieldKey;

/**
 * Reads title and artist through jaudiotagger: of the formats that it knows, which are all that can
 * be tagged but Opus. Thread-safe; never writes.
 */
public final class CreditTags {

  /** Title and artist of a track, as far as they are named and can be read. */
  public Credits credits(Path file) {
    return ReadTag.of(
            file,
            tag ->
                Optional.of(
                    new Credits(
                        tag.getFirst(FieldKey.TITLE).strip(),
                        tag.getFirst(FieldKey.ARTIST).strip())))
        .orElse(Credits.NONE);
  }
}
