package org.tonearm.audio.encode;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.tonearm.audio.ffmpeg.ChannelIo;
import org.tonearm.audio.ffmpeg.FfmpegException;
import org.tonearm.audio.ffmpeg.FfmpegLibrary;

/**
 * Writes samples to an audio file, by FFmpeg. The same samples give the same bytes each time.
 *
 * <p>Thread-safe: each call holds its own native state and releases it before it returns.
 */
public final class AudioEncoder {

  /** Loads nothing yet. */
  public AudioEncoder() {}

  /**
   * Writes a file without tags.
   *
   * @see #encode(Path, EncodeFormat, float[][], int, Id3Version, Map)
   */
  public void encode(Path file, EncodeFormat format, float[][] channels, int rate)
      throws EncodeException {
    encode(file, format, channels, rate, Id3Version.NONE, Map.of());
  }

  /**
   * Writes a file, in place of one of that name.
   *
   * @param channels 1 to 8 channels of equal length, {@code [channel][sample]}, within -1 to 1;
   *     louder samples are clipped by most formats. Only read.
   * @param rate in Hz; formats that lack it write their nearest common one
   * @param id3 for MP3 only
   * @param tags by FFmpeg's names: {@code title}, {@code artist}, {@code album}, {@code genre},
   *     {@code comment}, {@code track}; other names as the container allows
   * @throws EncodeException naming the file; what was written of it is deleted
   */
  public void encode(
      Path file,
      EncodeFormat format,
      float[][] channels,
      int rate,
      Id3Version id3,
      Map<String, String> tags)
      throws EncodeException {
    check(channels, rate);
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      write(channel, format, channels, rate, id3, tags);
    } catch (FfmpegException e) {
      delete(file, e);
      throw new EncodeException(
          e.code() == EncodeSession.NO_ENCODER ? "no-encoder" : "encode-failed",
          file + " could not be encoded as " + format.id() + ": " + e.getMessage() + ".",
          "Choose another format; \"tonearm doctor\" shows how FFmpeg was built.",
          e);
    } catch (LinkageError e) {
      delete(file, e);
      throw new EncodeException(
          "no-encoder",
          file + " was not written: FFmpeg could not be loaded on this machine (" + e + ").",
          "Run \"tonearm doctor\".",
          e);
    } catch (IOException e) {
      throw new EncodeException(
          "unwritable",
          file + " could not be written: " + e.getMessage() + ".",
          "Check the folder's permissions and the free space on its disk.",
          e);
    }
  }

  private static void write(
      SeekableByteChannel channel,
      EncodeFormat format,
      float[][] channels,
      int rate,
      Id3Version id3,
      Map<String, String> tags)
      throws FfmpegException, IOException {
    FfmpegLibrary.load();
    try (ChannelIo io = ChannelIo.writing(channel);
        EncodeSession session = new EncodeSession(io, format)) {
      session.open(channels.length, rate, id3, tags);
      session.write(format.doubledMono() ? NoiseFloor.under(channels) : channels);
      session.finish();
      if (io.failure() != null) {
        throw io.failure();
      }
    }
  }

  private static void check(float[][] channels, int rate) {
    if (channels.length < 1 || channels.length > 8 || rate < 1) {
      throw new IllegalArgumentException(
          "1 to 8 channels and a rate above 0 are needed, not " + channels.length + ", " + rate);
    }
    for (float[] channel : channels) {
      if (channel.length != channels[0].length) {
        throw new IllegalArgumentException("all channels must have the same length");
      }
    }
  }

  private static void delete(Path file, Throwable reason) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
