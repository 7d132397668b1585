package org.tonearm.audio.worker;

import java.time.Duration;

/**
 * How untrusted files are decoded.
 *
 * @param workers processes at most, each decoding one file at a time; 0 decodes within this process
 * @param timeLimit a worker that shows no progress for so long is ended, and its file given up;
 *     what the taker of the samples needs does not count
 * @param filesPerWorker after so many files a worker gives way to a fresh one, which bounds what a
 *     library may leak
 */
public record DecoderSettings(int workers, Duration timeLimit, int filesPerWorker) {
  /** Within this process: faster to start, but a file that breaks the decoder ends the program. */
  public static final DecoderSettings IN_PROCESS = of(0);

  /** Checks the ranges. */
  public DecoderSettings {
    if (workers < 0 || filesPerWorker < 1 || timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException(
          "workers 0 or more, files and time above 0 expected, not "
              + workers
              + ", "
              + filesPerWorker
              + ", "
              + timeLimit);
    }
  }

  /** The usual limits: 60 seconds, as where nothing is configured, and 1,000 files. */
  public static DecoderSettings of(int workers) {
    return of(workers, Duration.ofSeconds(60));
  }

  /** With the usual number of files. */
  public static DecoderSettings of(int workers, Duration timeLimit) {
    return new DecoderSettings(workers, timeLimit, 1_000);
  }

  /** True if no worker processes are wanted. */
  public boolean inProcess() {
    return workers == 0;
  }
}
