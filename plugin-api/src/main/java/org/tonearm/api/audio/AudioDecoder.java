package org.tonearm.api.audio;

import java.nio.file.Path;
import org.tonearm.api.Stability;

/**
 * Reads audio files as mono float PCM. Found with {@link java.util.ServiceLoader}.
 *
 * <p>Thread-safe: each call holds its own native state and releases it before it returns or throws.
 * Memory is bounded whatever the length of the file. Pictures and video streams are ignored.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public interface AudioDecoder {

  /**
   * Decodes a file, resampled to mono at {@code sampleRate}, nominally within -1 to 1.
   *
   * <p>A stream that breaks half-way hands over what could be decoded and returns a report that is
   * not {@linkplain DecodeReport#complete() complete}.
   *
   * @param file read only, never changed
   * @param sampleRate in Hz
   * @param excerpts which parts
   * @param sink receives the samples, on the calling thread
   * @throws DecodeException if the file can't be opened or holds no audio that can be decoded; the
   *     sink may have received part of it
   * @throws InterruptedException if the calling thread is interrupted
   */
  DecodeReport decode(Path file, int sampleRate, Excerpts excerpts, PcmSink sink)
      throws DecodeException, InterruptedException;
}
