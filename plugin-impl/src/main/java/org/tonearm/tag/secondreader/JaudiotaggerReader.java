package org.tonearm.tag.secondreader;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.audio.mp3.MP3File;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;
import org.jaudiotagger.tag.aiff.AiffTag;
import org.jaudiotagger.tag.flac.FlacTag;
import org.jaudiotagger.tag.vorbiscomment.VorbisCommentTag;
import org.jaudiotagger.tag.wav.WavTag;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;

/**
 * Reads the fields through jaudiotagger: mp3, flac, Ogg Vorbis, m4a and its kin, wav, aiff.
 *
 * <p>What it leaves unsaid, since jaudiotagger cannot tell it: names that {@link File} cannot
 * express, Opus, wav and aiff without an ID3 chunk, and values in MP4, of which it shows the first
 * alone without a sign that there are more; there it only proves that it can read the file.
 * Thread-safe; never writes.
 */
public final class JaudiotaggerReader {
  private static final Set<String> EXTENSIONS =
      Set.of("mp3", "flac", "ogg", "oga", "m4a", "m4b", "m4p", "mp4", "wav", "aif", "aiff", "aifc");
  private static final Set<String> OGG = Set.of("ogg", "oga");
  private static final int OGG_FIRST_PACKET = 64;

  private final FieldValues values;

  /** For {@link TagProfile#DEFAULT}. */
  public JaudiotaggerReader() {
    this(TagProfile.DEFAULT);
  }

  /**
   * Also silences jaudiotagger's log for the whole process.
   *
   * @param profile whose separator splits values and whose name the mood may have
   */
  public JaudiotaggerReader(TagProfile profile) {
    this.values = new FieldValues(Objects.requireNonNull(profile));
    ReadTag.silence();
  }

  /**
   * Reads a file's fields.
   *
   * @param file told by its extension
   * @return the fields it can speak for, with an empty list for an absent one; empty if it can't
   *     read this kind of file or name
   * @throws IOException if jaudiotagger fails on a file of its kind
   */
  public Optional<Map<TagField, List<String>>> read(Path file) throws IOException {
    String extension = extension(file);
    if (!EXTENSIONS.contains(extension) || (OGG.contains(extension) && !isVorbis(file))) {
      return Optional.empty();
    }
    Optional<File> old = expressible(file);
    if (old.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(fields(new AudioFileIO().readFile(old.get())));
    } catch (CannotReadException
        | InvalidAudioFrameException
        | ReadOnlyFileException
        | TagException
        | RuntimeException
        // It believes any length that a damaged file states, and asks for as much at once.
        | OutOfMemoryError e) {
      throw new IOException("jaudiotagger can't read " + file + ": " + e.getMessage(), e);
    }
  }

  private Map<TagField, List<String>> fields(AudioFile audio) {
    if (audio instanceof MP3File mp3) {
      return values.ofId3(mp3.getID3v2Tag());
    }
    Tag tag = audio.getTag();
    if (tag instanceof WavTag wav) {
      return wav.isExistingId3Tag() ? values.ofId3(wav.getID3Tag()) : Map.of();
    }
    if (tag instanceof AiffTag aiff) {
      return aiff.isExistingId3Tag() ? values.ofId3(aiff.getID3Tag()) : Map.of();
    }
    if (tag instanceof FlacTag flac) {
      return values.ofComments(flac.getVorbisCommentTag());
    }
    if (tag instanceof VorbisCommentTag comments) {
      return values.ofComments(comments);
    }
    // MP4: the file could be read, and that is all there is to say.
    return Map.of();
  }

  /** jaudiotagger needs the old class, which cannot name every file that a folder may hold. */
  private static Optional<File> expressible(Path file) {
    try {
      File old = file.toFile();
      return old.exists() || !Files.exists(file) ? Optional.of(old) : Optional.empty();
    } catch (UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static boolean isVorbis(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(OGG_FIRST_PACKET);
      return new String(head, StandardCharsets.ISO_8859_1).contains("\u0001vorbis");
    }
  }

  private static String extension(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString();
    return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
