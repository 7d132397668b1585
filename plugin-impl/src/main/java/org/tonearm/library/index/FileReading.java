package org.tonearm.library.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;

/**
 * Reads files for the index: fingerprint and tags, from one state of the file. Immutable and
 * thread-safe. Costs reading the audio once; nothing is decoded.
 */
public final class FileReading {
  /** Times of files move on in steps as long as this; a change within one step would not show. */
  private static final long TICK_MILLIS = 20;

  private static final int ATTEMPTS = 2;

  /** The file has no tags that could be read, but bytes that can be. */
  private static final Set<String> NO_TAGS =
      Set.of("unsupported-format", "unsupported-structure", "malformed-tag");

  private final CodecRegistry codecs;
  private final FileStats stats;

  /** Takes its collaborators. */
  public FileReading(CodecRegistry codecs, FileStats stats) {
    this.codecs = codecs;
    this.stats = stats;
  }

  /** The profile by which a file of this audio is read. */
  public TagProfile adapted(Fingerprint audio, TagProfile profile) {
    return codecs.codecs().stream()
        .filter(codec -> audio.text().startsWith(codec.id() + ":"))
        .findFirst()
        .map(codec -> codec.adapt(profile))
        .orElse(profile);
  }

  /** Looks at files. */
  public FileStats stats() {
    return stats;
  }

  /**
   * A file that was looked at.
   *
   * @param file what the index is to know of it
   * @param snapshot its tags in full; empty if no codec reads them, or if it was not opened
   */
  public record Seen(IndexedFile file, Optional<TagSnapshot> snapshot) {}

  /** {@link #see} without the tags in full. */
  public IndexedFile read(Path file, TagProfile profile) throws TagException, InterruptedException {
    return see(file, profile).file();
  }

  /**
   * Reads a file.
   *
   * @param profile how its tags are read
   * @throws TagException {@code missing}, {@code unreadable}, {@code changed-meanwhile} or {@code
   *     io}
   * @throws InterruptedException if the calling thread is interrupted while it waits for the file
   *     to be old enough
   */
  public Seen see(Path file, TagProfile profile) throws TagException, InterruptedException {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        FileStat before = stats.of(file);
        settle(before);
        Seen read = read(file, before, profile);
        if (stats.of(file).sameContent(before)) {
          return read;
        }
      }
    } catch (IOException e) {
      throw fault(file, e);
    }
    throw new TagException(
        "changed-meanwhile",
        file + ": another program writes to it.",
        "Close the other program, and run again.");
  }

  /** Waits until a later change would carry a later time. */
  private static void settle(FileStat stat) throws InterruptedException {
    long touched = TimeUnit.NANOSECONDS.toMillis(Math.max(stat.modified(), stat.changed()));
    long age = System.currentTimeMillis() - touched;
    if (age >= 0 && age < TICK_MILLIS) {
      Thread.sleep(TICK_MILLIS - age);
    }
  }

  private Seen read(Path file, FileStat stat, TagProfile profile) throws TagException, IOException {
    try {
      TagCodec codec = codecs.codecFor(file);
      TagSnapshot snapshot = codec.read(file, profile);
      return new Seen(
          new IndexedFile(
              file,
              stat,
              Fingerprint.ofAudio(codec.id(), snapshot),
              Optional.of(TagsSeen.of(snapshot, codec.adapt(profile)))),
          Optional.of(snapshot));
    } catch (TagException e) {
      if (!NO_TAGS.contains(e.code())) {
        throw e;
      }
      return new Seen(
          new IndexedFile(file, stat, Fingerprint.ofFile(sha256(file)), Optional.empty()),
          Optional.empty());
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static TagException fault(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new TagException("missing", file + ": no such file.", "Scan the folder again.", e);
    }
    if (e instanceof AccessDeniedException) {
      return new TagException(
          "unreadable", file + ": may not be read.", "Give yourself the right to read it.", e);
    }
    return new TagException(
        "io", file + ": " + e.getMessage(), "Check the drive or the network share.", e);
  }
}
