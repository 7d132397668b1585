package org.tonearm.audio.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.javacpp.Loader;

/**
 * Loads FFmpeg's native libraries once, at first need, and keeps them off the screen.
 *
 * <p>Thread-safe. Nothing is loaded before {@link #load()} is called.
 */
public final class FfmpegLibrary {
  private FfmpegLibrary() {}

  /**
   * Loads the libraries unless they are loaded already.
   *
   * @throws LinkageError if this machine has no natives for its platform, or they can't be unpacked
   */
  public static void load() {
    Loaded.touch();
  }

  /** FFmpeg's own words for one of its negative return codes. */
  public static String message(int code) {
    byte[] text = new byte[128];
    av_strerror(code, text, text.length);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }

  /** The Java language runs its initialiser once, whichever thread comes first. */
  private static final class Loaded {
    static {
      Loader.load(avutil.class);
      Loader.load(swresample.class);
      Loader.load(avcodec.class);
      Loader.load(avformat.class);
      // A damaged file is reported once, by us, in a sentence that names it; FFmpeg's own log is
      // a global of the process and would write to stderr.
      av_log_set_level(AV_LOG_QUIET);
    }

    static void touch() {}
  }
}
