package org.tonearm.doctor;

import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.tonearm.audio.ffmpeg.FfmpegLibrary;

/** FFmpeg's native libraries. */
public final class DecoderCheck implements Doctor.Check {

  @Override
  public List<Finding> look() {
    try {
      FfmpegLibrary.load();
      return List.of(
          Finding.good(
              "Decoder",
              "FFmpeg "
                  + avutil.av_version_info().getString()
                  + ", "
                  + avutil.avutil_license().getString()));
    } catch (LinkageError e) {
      return List.of(
          Finding.fault(
              "Decoder",
              "FFmpeg's native libraries do not load here: " + e.getMessage(),
              "Check that ~/.javacpp is writable and has room, and that the installation is for"
                  + " this platform."));
    }
  }
}
