package org.tonearm.api.audio;

import java.util.List;
import org.tonearm.api.Stability;

/**
 * How a decode went.
 *
 * @param samples number of mono samples handed to the sink
 * @param durationSeconds length of the track in seconds as far as known: stated by the container,
 *     or counted when decoded whole
 * @param complete false if the stream broke before its end
 * @param format container and codec in words, such as {@code mp3} or {@code ogg/opus}
 * @param warnings sentences for the user, naming no path
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record DecodeReport(
    long samples, double durationSeconds, boolean complete, String format, List<String> warnings) {
  /** Copies the list. */
  public DecodeReport {
    warnings = List.copyOf(warnings);
  }
}
