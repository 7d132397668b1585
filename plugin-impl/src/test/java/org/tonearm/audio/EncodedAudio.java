package org.tonearm.audio;

import java.nio.file.Path;
import java.util.Map;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeException;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;

/** Audio files for tests, in any format. */
public final class EncodedAudio {
  private EncodedAudio() {}

  /**
   * Writes an untagged file.
   *
   * @param name with its ending
   * @param format {@code mp3}, {@code flac}, {@code ogg-vorbis}, {@code opus}, {@code m4a-aac},
   *     {@code m4a-alac}, {@code wav}, {@code aiff}, {@code wma} or {@code wavpack}
   * @param channels {@code [channel][sample]}, within -1 to 1
   * @param rate in Hz
   * @return the file
   */
  public static Path encode(Path folder, String name, String format, float[][] channels, int rate)
      throws EncodeException {
    Path file = folder.resolve(name);
    new AudioEncoder().encode(file, format(format), channels, rate);
    return file;
  }

  /** The same with tags, by FFmpeg's names, such as {@code title}; ID3v2.3 in MP3. */
  public static Path encode(
      Path folder,
      String name,
      String format,
      float[][] channels,
      int rate,
      Map<String, String> tags)
      throws EncodeException {
    Path file = folder.resolve(name);
    new AudioEncoder().encode(file, format(format), channels, rate, Id3Version.V23, tags);
    return file;
  }

  /** One channel of a sine. */
  public static float[] sine(double hertz, double amplitude, double seconds, int rate) {
    float[] samples = new float[(int) Math.round(seconds * rate)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  /** One channel of a sine that glides from one frequency to another: no two places are alike. */
  public static float[] glide(
      double fromHertz, double toHertz, double amplitude, double seconds, int rate) {
    float[] samples = new float[(int) Math.round(seconds * rate)];
    double perSecond = (toHertz - fromHertz) / seconds;
    for (int i = 0; i < samples.length; i++) {
      double t = i / (double) rate;
      double phase = 2 * Math.PI * (fromHertz * t + 0.5 * perSecond * t * t);
      samples[i] = (float) (amplitude * Math.sin(phase));
    }
    return samples;
  }

  private static EncodeFormat format(String id) {
    for (EncodeFormat format : EncodeFormat.values()) {
      if (format.id().equals(id)) {
        return format;
      }
    }
    throw new IllegalArgumentException("no format is called " + id);
  }
}
