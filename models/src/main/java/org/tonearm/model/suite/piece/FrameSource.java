package org.tonearm.model.suite.piece;

import java.io.IOException;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.feature.Frames;

/** Gives the frames of clips, from a disk cache as a rule. Safe for several threads. */
@FunctionalInterface
public interface FrameSource {

  /**
   * The frames of a clip; at least one.
   *
   * @throws IOException if they can't be read or made
   * @throws InterruptedException if the thread is interrupted
   */
  Frames frames(Clip clip) throws IOException, InterruptedException;
}
