package org.tonearm.library.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.audio.DecodeReport;

/**
 * Frames of one track on their way into a {@link FrameStore}. Written as they come; memory does not
 * grow. Where the disk is full or fails, the rest is dropped without a word. Confined to one
 * thread.
 */
public final class FrameRecording implements FrameStore.Sink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrameRecording.class);

  private final Path partial;
  private final Path entry;
  private final FrameEviction eviction;
  private FrameEntry.Writer writer;

  private FrameRecording(
      Path partial, Path entry, FrameEviction eviction, FrameEntry.Writer writer) {
    this.partial = partial;
    this.entry = entry;
    this.eviction = eviction;
    this.writer = writer;
  }

  /** Keeps nothing. */
  public static FrameRecording none() {
    return new FrameRecording(null, null, null, null);
  }

  static FrameRecording begin(
      Path folder, Path entry, FrameKey key, int dimensions, FrameEviction eviction) {
    try {
      Files.createDirectories(folder);
      Path partial = Files.createTempFile(folder, "", FrameEviction.PARTIAL);
      return new FrameRecording(
          partial, entry, eviction, new FrameEntry.Writer(partial, key, dimensions));
    } catch (IOException e) {
      LOG.debug("Frames can't be stored in {}", folder, e);
      return none();
    }
  }

  @Override
  public void begin(double startSeconds) {
    write(to -> to.begin(startSeconds));
  }

  /** The next frame; only read. */
  @Override
  public void frame(float[] frame) {
    write(
        to -> {
          to.frame(frame);
          if (to.bytes() > eviction.maxEntryBytes()) {
            throw new IOException("longer than an eighth of all that may be kept");
          }
        });
  }

  /** All frames are there: from now on the entry can be found. */
  public void commit(DecodeReport report) {
    write(
        to -> {
          to.end(report);
          to.close();
          writer = null;
          long bytes = Files.size(partial);
          Files.move(
              partial, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
          eviction.added(bytes);
        });
  }

  /** Drops what was not committed. */
  @Override
  public void close() {
    if (partial == null) {
      return;
    }
    try {
      if (writer != null) {
        writer.close();
        writer = null;
      }
    } catch (IOException e) {
      LOG.debug("Can't close {}", partial, e);
    }
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      LOG.debug("Can't remove {}", partial, e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void on(FrameEntry.Writer writer) throws IOException;
  }

  private void write(Step step) {
    if (writer == null) {
      return;
    }
    try {
      step.on(writer);
    } catch (IOException e) {
      LOG.debug("Frames are not stored: {}", entry, e);
      close();
    }
  }
}
