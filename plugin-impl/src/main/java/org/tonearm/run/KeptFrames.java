package org.tonearm.run;

import java.util.List;
import org.tonearm.library.index.FrameStore;

/** Hands kept frames of one track to the models, as they were made when it was decoded. */
record KeptFrames(List<TrackScoring> scorings) implements FrameStore.Sink {
  @Override
  public void begin(double startSeconds) {
    scorings.forEach(scoring -> scoring.cutter().begin(startSeconds));
  }

  @Override
  public void frame(float[] frame) {
    scorings.forEach(scoring -> scoring.cutter().accept(frame));
  }
}
