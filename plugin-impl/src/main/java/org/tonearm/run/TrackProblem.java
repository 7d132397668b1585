package org.tonearm.run;

import org.tonearm.api.TonearmException;

/**
 * Why a track failed, or why nothing is told of it.
 *
 * @param code stable lower-case word for scripts
 * @param message what happened, naming the file
 * @param remedy what to do next
 */
public record TrackProblem(String code, String message, String remedy) {

  /** Of an error. */
  public static TrackProblem of(TonearmException error) {
    return new TrackProblem(error.code(), error.getMessage(), error.remedy());
  }
}
