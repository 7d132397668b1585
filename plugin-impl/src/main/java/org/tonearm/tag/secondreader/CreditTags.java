package org.tonearm.tag.secondreader;

import java.io.IOException;
import java.nio.file.Path;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;

/**
 * Reads title and artist through jaudiotagger: of the formats that it knows, which are all that can
 * be tagged but Opus. Thread-safe; never writes.
 */
public final class CreditTags {

  /** Title and artist of a track, as far as they are named and can be read. */
  public Credits credits(Path file) {
    try {
      Tag tag = new AudioFileIO().readFile(file.toFile()).getTag();
      return tag == null
          ? Credits.NONE
          : new Credits(
              tag.getFirst(FieldKey.TITLE).strip(), tag.getFirst(FieldKey.ARTIST).strip());
    } catch (CannotReadException
        | IOException
        | InvalidAudioFrameException
        | ReadOnlyFileException
        | TagException
        | RuntimeException
        // It believes any length that a damaged file states, and asks for as much at once.
        | OutOfMemoryError e) {
      return Credits.NONE;
    }
  }
}
