package org.tonearm.model.training;

import org.tonearm.model.dataset.Clip;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;

/**
 * A labelled clip and its features: of listening frames no more than is needed, since those of a
 * whole corpus would fill the memory.
 *
 * @param clip labels
 * @param frames what the network hears, frame by frame; begins with the scattering coefficients
 * @param description the part of the clip's description that needs no training: see {@code
 *     WindowDescription}; empty where no machine on descriptions is trained
 */
@SuppressWarnings("ArrayRecordComponent") // a plain vector; not to be changed
public record Example(Clip clip, Frames frames, float[] description) {

  /** A clip that is not described. */
  public Example(Clip clip, Frames frames) {
    this(clip, frames, new float[0]);
  }

  /** The scattering coefficients. */
  Frames scattering() {
    return frames.leading(ListeningLayout.SCATTERING);
  }
}
