package org.tonearm.model.training;

import org.tonearm.model.classifier.Hearing;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.listening.MelPicture;

/**
 * A labelled clip and its features: of listening frames no more than is needed, since those of a
 * whole corpus would fill the memory.
 *
 * @param clip labels
 * @param frames the scattering coefficients, frame by frame
 * @param pictures the same frames as {@link MelPicture}s; empty where no network hears them
 * @param description the part of the clip's description that needs no training: see {@code
 *     WindowDescription}; empty where no machine on descriptions is trained
 */
@SuppressWarnings("ArrayRecordComponent") // a plain vector; not to be changed
public record Example(Clip clip, Frames frames, Frames pictures, float[] description) {

  private static final Frames NOTHING = new Frames(0, 0, new float[0]);

  /** A clip that is not described, and not heard as a picture. */
  public Example(Clip clip, Frames frames) {
    this(clip, frames, NOTHING, new float[0]);
  }

  /**
   * A clip and what is kept of its frames.
   *
   * @param listening all frames, laid out as {@link ListeningLayout} says
   * @param pictures whether a network hears pictures
   */
  static Example of(Clip clip, Frames listening, boolean pictures, float[] description) {
    return new Example(
        clip,
        ListeningLayout.scattering(listening),
        pictures ? MelPicture.of(listening) : NOTHING,
        description);
  }

  /** The frames as a network hears them. */
  Frames heard(Hearing hearing) {
    return switch (hearing) {
      case LEADING -> frames;
      case PICTURES -> pictures;
    };
  }

  /** The scattering coefficients. */
  Frames scattering() {
    return frames.leading(ListeningLayout.SCATTERING);
  }
}
