package org.tonearm.audio.worker;

import org.tonearm.api.audio.DecodeReport;

/** What a worker tells. */
sealed interface Reply {
  /** Sent once, when the process is ready to decode. */
  record Ready() implements Reply {}

  /** It is still reading the file; sent at most once a second while no samples come. */
  record Reading() implements Reply {}

  /** A stretch begins. */
  record Begin(double startSeconds) implements Reply {}

  /** Samples of the current stretch; the array is the receiver's. */
  final class Samples implements Reply {
    private final float[] samples;

    Samples(float[] samples) {
      this.samples = samples;
    }

    float[] samples() {
      return samples;
    }
  }

  /** The file is through. */
  record End(DecodeReport report) implements Reply {}

  /** The file can't be decoded; the worker is well. */
  record Failure(String code, String message, String remedy) implements Reply {}

  /** Made by the receiver: the worker's output ended, or makes no sense. */
  record Lost() implements Reply {}
}
