package org.tonearm.tag.secondreader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;

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
    try {
      Tag tag = new AudioFileIO().readFile(file.toFile()).getTag();
      return Optional.ofNullable(tag)
          .map(t -> t.getFirst(FieldKey.ARTIST))
          .map(String::strip)
          .filter(name -> !name.isEmpty());
    } catch (CannotReadException
        | IOException
        | InvalidAudioFrameException
        | ReadOnlyFileException
        | TagException
        | RuntimeException
        // It believes any length that a damaged file states, and asks for as much at once.
        | OutOfMemoryError e) {
      return Optional.empty();
    }
  }
}
