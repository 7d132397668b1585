package com.tagtraum.beatunes.analysis;

/** An analysis failed. */
public class AnalysisException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Because of another fault. */
  public AnalysisException(Throwable cause) {
    super(cause);
  }
}
