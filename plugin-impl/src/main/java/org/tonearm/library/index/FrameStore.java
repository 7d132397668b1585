package org.tonearm.library.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.audio.DecodeReport;

/**
 * Frames of tracks, kept in files of a folder so that another model hears a track without its being
 * decoded again. Values come back bit by bit as they were. Bounded in bytes: what was not used for
 * longest goes first, and while all of it was used within a week nothing new is kept; a track that
 * would take more than an eighth of it is not kept. Entries appear whole or not at all, and a
 * damaged one is as good as none. A store that can't be written or read is no error: the track is
 * then decoded.
 *
 * <p>Thread-safe; several processes may share a folder.
 */
public final class FrameStore {
  /** Two GiB: of the shipped models, which take 28 kB a second, some 240 tracks of four minutes. */
  public static final long USUAL_BYTES = 2L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(FrameStore.class);
  private static final String ENDING = ".frames";

  private final Path folder;
  private final FrameEviction eviction;
  private final boolean off;

  /**
   * @param folder made when first written to; holds nothing else
   * @param maxBytes bound of what is kept; 0 keeps nothing
   */
  public FrameStore(Path folder, long maxBytes) {
    this.folder = folder;
    this.off = maxBytes <= 0;
    this.eviction = new FrameEviction(folder, Math.max(0, maxBytes));
  }

  /** Where stored frames go. */
  public interface Sink {
    /** A new stretch begins at this time of the track. */
    void begin(double startSeconds);

    /** The next frame; the receiver owns the array. */
    void frame(float[] frame);
  }

  /**
   * Plays the stored frames of a track. The entry is read through and checked before the first
   * frame is given.
   *
   * @return how the decoding went, or empty if the track is not stored; the sink was then told
   *     nothing
   * @throws IllegalStateException if the disk fails between the check and the playing
   */
  public Optional<DecodeReport> play(FrameKey key, Sink sink) {
    Path entry = folder.resolve(key.name() + ENDING);
    if (off || !sound(entry, key)) {
      return Optional.empty();
    }
    try {
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("Can't note the use of {}", entry, e);
    }
    try {
      return Optional.of(FrameEntry.read(entry, key, sink));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("stored frames vanished while they were read: " + entry, e);
    }
  }

  /** Begins to store the frames of a track; to be closed, and committed before that. */
  public FrameRecording record(FrameKey key, int dimensions) {
    if (off || !eviction.admits()) {
      return FrameRecording.none();
    }
    return FrameRecording.begin(
        folder, folder.resolve(key.name() + ENDING), key, dimensions, eviction);
  }

  private static boolean sound(Path entry, FrameKey key) {
    try {
      FrameEntry.read(entry, key, new Unheard());
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException | RuntimeException e) {
      LOG.debug("Stored frames are damaged and are removed: {}", entry, e);
      try {
        Files.deleteIfExists(entry);
      } catch (IOException stays) {
        LOG.debug("Can't remove {}", entry, stays);
      }
      return false;
    }
  }

  private record Unheard() implements Sink {
    @Override
    public void begin(double startSeconds) {}

    @Override
    public void frame(float[] frame) {}
  }
}
