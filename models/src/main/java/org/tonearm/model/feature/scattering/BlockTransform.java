package org.tonearm.model.feature.scattering;

import org.tonearm.model.feature.backend.FourierTransform;

/**
 * Scatters one block at a time, at many rates: each band is computed at the rate that its width
 * asks for. Holds scratch arrays; confined to one thread.
 */
final class BlockTransform {
  private final BlockPlan plan;
  private final float[] spectrum;
  private final float[] band;
  private final float[] firstEnvelope;

  /** Hop by hop. */
  private final float[][] secondEnvelope;

  private final float[] products;
  private final float[] smoothed;

  BlockTransform(BlockPlan plan) {
    this.plan = plan;
    int length = plan.geometry().length();
    spectrum = new float[length + 2];
    band = new float[2 * length];
    firstEnvelope = new float[length + 2];
    secondEnvelope = new float[plan.geometry().hops()][plan.geometry().hop()];
    products = new float[plan.geometry().hop()];
    smoothed = new float[2 * plan.geometry().hops()];
  }

  /**
   * Scatters a block, taken as one period of a periodic signal.
   *
   * @param block its samples; not changed
   * @param frames receives the coefficients, frame by frame, not renormalised; as many frames as
   *     are wanted, at most the geometry's
   */
  void scatter(float[] block, float[][] frames) {
    int length = plan.geometry().length();
    System.arraycopy(block, 0, spectrum, 0, length);
    plan.whole().forwardReal(spectrum);
    for (BlockPlan.Tree tree : plan.trees()) {
      smooth(tree.lowPass(), spectrum, length, tree.row(), frames);
      for (BlockPlan.Branch branch : tree.branches()) {
        SampledFilter first = branch.wavelet();
        split(spectrum, length, first, branch.transform());
        Envelope.of(band, 0, first.length(), firstEnvelope);
        branch.transform().forwardReal(firstEnvelope);
        smooth(plan.lowPass(), firstEnvelope, first.length(), branch.row(), frames);
        for (BlockPlan.Leaf leaf : branch.leaves()) {
          split(firstEnvelope, first.length(), leaf.wavelet(), leaf.transform());
          average(leaf.average(), leaf.row(), frames);
        }
      }
    }
  }

  /** From a signal's spectrum to one of its bands. */
  private void split(
      float[] from, int fromLength, SampledFilter wavelet, FourierTransform transform) {
    wavelet.apply(from, fromLength, 1f / fromLength, band);
    transform.inverseComplex(band, wavelet.bins());
  }

  private void smooth(FrameLowPass lowPass, float[] from, int fromLength, int row, float[][] to) {
    lowPass.apply(from, 1f / fromLength, smoothed);
    int first = plan.geometry().marginHops();
    for (int f = 0; f < to.length; f++) {
      to[f][row] = smoothed[2 * (first + f)];
    }
  }

  /** From a band to the averages of its modulus, of which only the hops in reach are computed. */
  private void average(FrameAverage lowPass, int row, float[][] to) {
    int first = plan.geometry().marginHops();
    int end = first + to.length - 1 + FrameAverage.REACH;
    for (int hop = first - FrameAverage.REACH; hop < end; hop++) {
      Envelope.of(band, hop * lowPass.spacing(), lowPass.spacing(), secondEnvelope[hop]);
    }
    for (int f = 0; f < to.length; f++) {
      to[f][row] = lowPass.at(secondEnvelope, first + f, products);
    }
  }
}
