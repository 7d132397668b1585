package org.tonearm.audio;

import org.junit.jupiter.api.AfterAll;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.audio.worker.DecoderSettings;
import org.tonearm.audio.worker.WorkerDecoder;

/** A worker says of broken files what a decoder within this process says. */
class BrokenFilesInWorkersTest extends BrokenFilesTest {
  private static final WorkerDecoder WORKERS =
      new WorkerDecoder(new FfmpegDecoder(), DecoderSettings.of(1));

  @Override
  AudioDecoder decoder() {
    return WORKERS;
  }

  @AfterAll
  static void endWorkers() {
    WORKERS.close();
  }
}
