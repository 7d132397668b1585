package org.tonearm.composition;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.audio.worker.DecoderSettings;
import org.tonearm.library.index.FrameStore;

/**
 * What the engine may use of the machine.
 *
 * @param decoder how untrusted files are decoded
 * @param index folder of the index and of kept frames; empty for the data folder
 * @param framesMax bytes of frames that may be kept, 0 for none
 */
public record EngineSettings(DecoderSettings decoder, Optional<Path> index, long framesMax) {
  /** Everything within this process, beside the data. */
  public static final EngineSettings PLAIN =
      new EngineSettings(DecoderSettings.IN_PROCESS, Optional.empty(), FrameStore.USUAL_BYTES);

  /** Checks the range. */
  public EngineSettings {
    Objects.requireNonNull(decoder);
    Objects.requireNonNull(index);
    if (framesMax < 0) {
      throw new IllegalArgumentException("kept frames can't take less than no bytes");
    }
  }

  /** As for a run at a terminal: decoding in worker processes, one for each processor core. */
  public static EngineSettings usual() {
    return new EngineSettings(
        DecoderSettings.of(Runtime.getRuntime().availableProcessors()),
        Optional.empty(),
        FrameStore.USUAL_BYTES);
  }
}
