package org.tonearm.fuzz;

import java.nio.file.Path;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.audio.FfmpegDecoder;

/** Whether a file is whole. */
final class SoundFile {
  private SoundFile() {}

  static boolean decodes(Path file) throws Exception {
    PcmSink nowhere =
        new PcmSink() {
          @Override
          public void begin(double startSeconds) {}

          @Override
          public void accept(float[] samples, int offset, int length) {}
        };
    return new FfmpegDecoder().decode(file, 22_050, Excerpts.WHOLE, nowhere).complete();
  }
}
