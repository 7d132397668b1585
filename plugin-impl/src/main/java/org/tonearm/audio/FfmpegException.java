package org.tonearm.audio;

import org.tonearm.audio.ffmpeg.FfmpegLibrary;

/** A call into FFmpeg returned an error; never leaves the package. */
final class FfmpegException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int code;

  FfmpegException(int code) {
    super(FfmpegLibrary.message(code));
    this.code = code;
  }

  /** Returns what is not an error. */
  static int check(int result) throws FfmpegException {
    if (result < 0) {
      throw new FfmpegException(result);
    }
    return result;
  }

  int code() {
    return code;
  }
}
