package org.tonearm.composition;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.audio.worker.DecoderSettings;
import org.tonearm.backend.BackendChoice;
import org.tonearm.configuration.Configuration;
import org.tonearm.library.index.FrameStore;

/**
 * What the engine may use of the machine.
 *
 * @param decoder how untrusted files are decoded
 * @param index folder of the index and of kept frames; empty for the data folder
 * @param framesMax bytes of frames that may be kept, 0 for none
 * @param backend where features are computed
 * @param card number of the card that may be used, from 0
 */
public record EngineSettings(
    DecoderSettings decoder,
    Optional<Path> index,
    long framesMax,
    BackendChoice backend,
    int card) {
  /** Everything within this process, beside the data. */
  public static final EngineSettings PLAIN =
      new EngineSettings(
          DecoderSettings.IN_PROCESS, Optional.empty(), FrameStore.USUAL_BYTES, BackendChoice.AUTO);

  /** With the first card. */
  public EngineSettings(
      DecoderSettings decoder, Optional<Path> index, long framesMax, BackendChoice backend) {
    this(decoder, index, framesMax, backend, 0);
  }

  /** Checks the ranges. */
  public EngineSettings {
    Objects.requireNonNull(decoder);
    Objects.requireNonNull(index);
    Objects.requireNonNull(backend);
    if (framesMax < 0) {
      throw new IllegalArgumentException("kept frames can't take less than no bytes");
    }
    if (card < 0) {
      throw new IllegalArgumentException("cards are counted from 0, not " + card);
    }
  }

  /** As configured; without a word on it, one worker process for each track heard at a time. */
  public static EngineSettings of(Configuration configuration) {
    int workers = configuration.decoder().workers().orElse(configuration.listening().jobs());
    return new EngineSettings(
        DecoderSettings.of(workers, configuration.decoder().timeLimit()),
        configuration.index().folder(),
        configuration.index().featuresMax(),
        configuration.listening().backend());
  }
}
