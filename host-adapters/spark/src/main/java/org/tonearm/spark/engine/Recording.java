package org.tonearm.spark.engine;

import java.io.Serializable;
import java.util.Objects;
import org.tonearm.api.audio.Excerpts;

/**
 * One recording as the scan found it.
 *
 * @param uri absolute and percent-encoded, see {@link org.tonearm.spark.store.AudioUri}
 * @param size in bytes
 * @param modified milliseconds since 1970
 * @param version tells one content of the file from another
 */
public record Recording(String uri, long size, long modified, String version)
    implements Serializable {
  private static final int MP3 = 24_000;
  private static final int LOSSLESS = 100_000;
  private static final int PLAIN = 176_400;

  /** Checks for nulls. */
  public Recording {
    Objects.requireNonNull(uri);
    Objects.requireNonNull(version);
  }

  /**
   * A guess at its length in seconds, by size and ending alone: good enough to give all tasks about
   * as much to hear.
   */
  public static double seconds(String name, long size) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    int rate =
        switch (ending) {
          case "wav", "wave", "aif", "aiff", "aifc" -> PLAIN;
          case "flac", "alac", "ape", "wv", "tta" -> LOSSLESS;
          default -> MP3;
        };
    return (double) size / rate;
  }

  /** The same where only excerpts are heard. */
  public static double seconds(String name, long size, Excerpts excerpts) {
    double whole = seconds(name, size);
    return excerpts.whole() ? whole : Math.min(whole, (double) excerpts.count() * Excerpts.SECONDS);
  }
}
