package org.tonearm.model.classifier;

import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.MelPicture;
import org.tonearm.model.network.inference.NetworkWeights;

/** What of a frame a network hears. */
public enum Hearing {
  /** Its leading values, as many as the network takes: of listening frames, the scattering. */
  LEADING {
    @Override
    Frames of(Frames frames) {
      return frames;
    }
  },

  /** {@link MelPicture}s: what networks of convolutions hear, in full windows alone. */
  PICTURES {
    @Override
    Frames of(Frames frames) {
      return frames.dimensions() == MelPicture.DIMENSIONS ? frames : MelPicture.of(frames);
    }
  };

  /** What a network hears. */
  public static Hearing of(NetworkWeights network) {
    return network.hasConvolutions() ? PICTURES : LEADING;
  }

  /**
   * The frames as a network hears them.
   *
   * @param frames as the extractor gave them, or so heard already
   */
  abstract Frames of(Frames frames);
}
