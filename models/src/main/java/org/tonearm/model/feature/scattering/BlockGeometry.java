package org.tonearm.model.feature.scattering;

/**
 * How a block of samples lies around the frames that it gives.
 *
 * @param length samples, a power of two
 * @param margin samples before the first frame's centre, and after the last's; a multiple of the
 *     hop
 * @param hop samples between the centres of frames, a power of two
 */
record BlockGeometry(int length, int margin, int hop) {

  BlockGeometry {
    if (margin % hop != 0 || length < 2 * margin + hop) {
      throw new IllegalArgumentException(
          "a block of " + length + " has no room for margins of " + margin);
    }
  }

  /** Frames a block gives. */
  int frames() {
    return (length - 2 * margin) / hop + 1;
  }

  /** Hops in the whole block. */
  int hops() {
    return length / hop;
  }

  /** Hops before the first frame. */
  int marginHops() {
    return margin / hop;
  }

  /** Samples that a number of frames needs, margins included. */
  int span(int frames) {
    return 2 * margin + (frames - 1) * hop;
  }
}
