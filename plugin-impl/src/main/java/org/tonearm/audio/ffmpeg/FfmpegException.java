package org.tonearm.audio.ffmpeg;

/** A call into FFmpeg returned an error; turned into one of ours before a caller sees it. */
public final class FfmpegException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * @param code FFmpeg's negative return code
   */
  public FfmpegException(int code) {
    super(FfmpegLibrary.message(code));
    this.code = code;
  }

  /** Returns what is not an error. */
  public static int check(int result) throws FfmpegException {
    if (result < 0) {
      throw new FfmpegException(result);
    }
    return result;
  }

  /** FFmpeg's return code. */
  public int code() {
    return code;
  }
}
