package org.tonearm.panel.sound;

import java.nio.file.Path;
import org.tonearm.api.TonearmException;
import org.tonearm.api.audio.PcmSink;

/**
 * Decodes whole tracks for drawing and playing. Called on several threads, none of them the event
 * thread. A call ends early with {@code InterruptedException} when its thread is interrupted.
 */
public interface SoundSource extends AutoCloseable {
  /** Decodes nothing, where no engine is. */
  SoundSource SILENT = (file, rate, sink) -> 0;

  /**
   * Decodes a file to mono samples, as {@link org.tonearm.api.audio.AudioDecoder} does.
   *
   * @param rate in Hz
   * @param sink called on the calling thread
   * @return length of the track in seconds, as far as known
   * @throws TonearmException if the file can't be decoded
   */
  double decode(Path file, int rate, PcmSink sink) throws TonearmException, InterruptedException;

  /** Gives back what was opened for decoding; calls that are under way may fail. */
  @Override
  default void close() {}
}
