package org.tonearm.audio.worker;

import java.nio.file.Path;
import org.tonearm.api.audio.DecodeException;

/** The sentences for a file whose worker ended. */
final class WorkerFailures {
  /** What a process ends with that got a signal which none can catch. */
  static final int KILLED = 128 + 9;

  private WorkerFailures() {}

  static DecodeException of(Path file, WorkerDeath death) {
    return switch (death.kind()) {
      case NOT_STARTED ->
          new DecodeException(
              "decoder-unavailable",
              file + " was not decoded: no decoder process could be started: " + reason(death),
              "Run \"tonearm doctor\"; if memory is short, run with fewer --jobs.",
              death);
      case CRASHED ->
          new DecodeException(
              "decoder-crashed",
              file + " broke the decoder: its process ended with " + reason(death),
              "The file is most likely damaged: copy, download or rip it again. It was left as it"
                  + " is.",
              death);
      case KILLED ->
          new DecodeException(
              "out-of-memory",
              file + " was not decoded: the decoder's process ended with " + reason(death),
              "Run with fewer --jobs; the system ends processes when memory is short. The file was"
                  + " left as it is.",
              death);
      case TIMEOUT ->
          new DecodeException(
              "decoder-timeout",
              file + " was given up: the decoder made no progress for " + reason(death),
              "Play the file to see if it is damaged; if its disk or network share was slow, run"
                  + " again. It was left as it is.",
              death);
    };
  }

  /** What the exit status of a worker that was ready tells, as far as it does. */
  static String status(int status) {
    String meaning =
        switch (status) {
          // What Java ends with, after a fatal signal, where it leaves no memory image.
          case 1 -> " (a fault in native code)";
          case DecoderProcess.OUT_OF_MEMORY -> " (it ran out of memory)";
          case DecoderProcess.UNFORESEEN -> " (an error in the decoder itself)";
          case 128 + 6 -> " (aborted)";
          case 128 + 7, 128 + 11 -> " (memory fault)";
          case KILLED -> " (killed, perhaps by the system for want of memory)";
          default -> "";
        };
    return "exit status " + status + meaning;
  }

  private static String reason(WorkerDeath death) {
    return death.getMessage() + ".";
  }
}
