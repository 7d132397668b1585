package org.tonearm.tag.secondreader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;

/** Reads a file's tag by jaudiotagger; what can't be read counts as not there. Stateless. */
final class ReadTag {
  /** Held, since the level of a logger that nobody holds is forgotten. */
  private static final Logger NOISE = Logger.getLogger("org.jaudiotagger");

  private ReadTag() {}

  /**
   * Silences jaudiotagger's log for the whole process: it tells of every oddity of every file on
   * stderr, amid what is told of tracks.
   */
  static void silence() {
    NOISE.setLevel(Level.OFF);
  }

  /**
   * What a file's tag holds.
   *
   * @param what takes it from the tag; may fail as jaudiotagger does
   * @return empty if there is no tag, or it can't be read
   */
  static <T> Optional<T> of(Path file, Function<Tag, Optional<T>> what) {
    silence();
    try {
      return Optional.ofNullable(new AudioFileIO().readFile(file.toFile()).getTag()).flatMap(what);
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

  /** The first value of a field, stripped; empty if it is blank, too. */
  static Optional<String> text(Path file, FieldKey field) {
    return of(
        file,
        tag ->
            Optional.ofNullable(tag.getFirst(field))
                .map(String::strip)
                .filter(text -> !text.isEmpty()));
  }
}
