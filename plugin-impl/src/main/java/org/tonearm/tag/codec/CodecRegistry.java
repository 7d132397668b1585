package org.tonearm.tag.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagException;

/**
 * The installed codecs. Immutable and thread-safe, as the codecs are.
 *
 * <p>A file's codec is found by its first bytes; the name is a hint where they do not decide. Mp3,
 * which has no sign of its own at its start and so lives by that hint, is asked last: a FLAC file
 * called {@code song.mp3} is a FLAC file.
 */
public final class CodecRegistry {
  /** How many bytes of a file's start codecs are shown, at most. */
  public static final int HEAD_BYTES = 64 * 1024;

  private final List<TagCodec> codecs;

  /**
   * @param codecs asked in this order, save that {@code mp3} comes last
   */
  public CodecRegistry(List<TagCodec> codecs) {
    this.codecs =
        codecs.stream().sorted(Comparator.comparing(codec -> codec.id().equals("mp3"))).toList();
  }

  /** All codecs that {@link ServiceLoader} finds on the class path. */
  public static CodecRegistry installed() {
    return new CodecRegistry(
        ServiceLoader.load(TagCodec.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /** The codecs, in the order in which they are asked. */
  public List<TagCodec> codecs() {
    return codecs;
  }

  /**
   * The codec of a file, by its content.
   *
   * @param file symbolic links are followed
   * @throws TagException {@code missing}, {@code unreadable}, {@code unsupported-format} or {@code
   *     io}
   */
  public TagCodec codecFor(Path file) throws TagException {
    byte[] head = head(file);
    if (head.length == 0) {
      throw new TagException(
          "unsupported-format",
          file + " is empty; expected an audio file",
          "Fetch the file again from where it came, or delete it.");
    }
    String extension = extension(file);
    return codecs.stream()
        .filter(codec -> codec.recognises(head, extension))
        .findFirst()
        .orElseThrow(() -> unsupported(file, head));
  }

  private static TagException unsupported(Path file, byte[] head) {
    return ForeignContainer.of(head)
        .map(
            foreign ->
                new TagException(
                    "unsupported-format",
                    file + " is " + foreign.title() + ", which Tonearm can't tag",
                    foreign.remedy()))
        .orElseGet(
            () ->
                new TagException(
                    "unsupported-format",
                    file + " holds none of the formats that Tonearm can tag",
                    "Taggable are mp3, flac, ogg, opus, m4a, wav and aiff; check that the file"
                        + " plays, and leave it out with --exclude if it is no music."));
  }

  private static byte[] head(Path file) throws TagException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new TagException(
            "unreadable",
            file + " is not a regular file; expected an audio file",
            "Name a file, not a folder or a device.");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(HEAD_BYTES);
      }
    } catch (NoSuchFileException e) {
      throw new TagException(
          "missing",
          file + " does not exist",
          "Check the name; if the file is on a removable or network drive, attach it.",
          e);
    } catch (AccessDeniedException e) {
      throw new TagException(
          "unreadable",
          file + " may not be read by this user",
          "Give yourself the right to read and write it, or run as its owner.",
          e);
    } catch (IOException e) {
      throw new TagException(
          "io",
          file + " could not be read: " + e.getMessage(),
          "Check the drive that holds it, then try again.",
          e);
    }
  }

  private static String extension(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString();
    int dot = text.lastIndexOf('.');
    return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
