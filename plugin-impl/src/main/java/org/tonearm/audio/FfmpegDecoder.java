package org.tonearm.audio;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.audio.ffmpeg.ChannelIo;
import org.tonearm.audio.ffmpeg.FfmpegLibrary;

/**
 * Decodes by FFmpeg: MP3, FLAC, Ogg Vorbis, Opus, MP4 (AAC, ALAC), WAV, AIFF, WMA, WavPack and what
 * else FFmpeg knows.
 *
 * <p>The kind of a file is judged by its content, never by its name. The file is opened by Java, so
 * that any name that Java's {@link Path} can carry will do. All channels are mixed down to one with
 * weights that add up to 1; of stereo in which they cancel each other out the left is heard. Native
 * memory for one decode is a few MiB whatever the file's length. FFmpeg is loaded at the first
 * decode, and stays silent.
 */
public final class FfmpegDecoder implements AudioDecoder {

  private final Runnable onRead;

  /** Loads nothing yet. */
  public FfmpegDecoder() {
    this(() -> {});
  }

  /**
   * Loads nothing yet.
   *
   * @param onRead called on the decoding thread before each read of the file
   */
  public FfmpegDecoder(Runnable onRead) {
    this.onRead = onRead;
  }

  @Override
  public DecodeReport decode(Path file, int sampleRate, Excerpts excerpts, PcmSink sink)
      throws DecodeException, InterruptedException {
    if (sampleRate < 1) {
      throw new IllegalArgumentException("the sample rate must be 1 Hz or more, not " + sampleRate);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    DecodeFailures failures = new DecodeFailures(file);
    try (SeekableByteChannel channel = new WatchedChannel(open(file, failures), onRead)) {
      load(failures);
      FileHead head = FileHead.read(channel);
      if (head.nothing()) {
        throw failures.noSamples("a tag alone");
      }
      boolean cut = StatedSize.exceeds(channel, head);
      try (ChannelIo io = ChannelIo.reading(channel, head.audioStart());
          AudioStream audio = AudioStream.open(io, head, failures);
          DecodeRun run = new DecodeRun(audio, sampleRate, sink, failures)) {
        long audioBytes = channel.size() - head.audioStart();
        return whole(() -> run.decode(excerpts, audioBytes, cut), io, failures);
      }
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    } catch (IOException e) {
      throw failures.ioFailed(e);
    }
  }

  private interface Decode {
    DecodeReport run() throws DecodeException, InterruptedException;
  }

  /**
   * What could not be read is no fault of the file's: it is not told as a damaged one that was
   * heard in part.
   */
  private static DecodeReport whole(Decode decode, ChannelIo io, DecodeFailures failures)
      throws DecodeException, InterruptedException {
    DecodeReport report;
    try {
      report = decode.run();
    } catch (DecodeException e) {
      throw io.failure() == null ? e : failures.ioFailed(io.failure());
    }
    if (!report.complete() && io.failure() != null) {
      throw failures.ioFailed(io.failure());
    }
    return report;
  }

  private static SeekableByteChannel open(Path file, DecodeFailures failures)
      throws DecodeException, IOException {
    if (!Files.exists(file) && !Files.isSymbolicLink(file)) {
      // A folder on the way that may not be entered looks just like a missing file.
      try {
        file.getFileSystem().provider().checkAccess(file);
      } catch (AccessDeniedException e) {
        throw failures.unreadable(e);
      } catch (IOException e) {
        throw failures.missing(e);
      }
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // Opening a pipe would wait for ever.
      throw failures.notAFile();
    }
    try {
      SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ);
      if (channel.size() == 0) {
        channel.close();
        throw failures.empty();
      }
      return channel;
    } catch (NoSuchFileException e) {
      throw failures.missing(e);
    } catch (AccessDeniedException e) {
      throw failures.unreadable(e);
    }
  }

  private static void load(DecodeFailures failures) throws DecodeException {
    try {
      FfmpegLibrary.load();
    } catch (LinkageError e) {
      throw failures.noNatives(e);
    }
  }

  private static InterruptedException interrupted(IOException cause) {
    boolean cleared = Thread.interrupted();
    InterruptedException interrupted =
        new InterruptedException(cleared ? "while reading" : "channel closed while reading");
    interrupted.initCause(cause);
    return interrupted;
  }
}
