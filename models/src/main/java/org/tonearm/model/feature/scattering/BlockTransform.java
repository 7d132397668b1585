package org.tonearm.model.feature.scattering;

/**
 * Scatters one block at a time, at many rates: each band is computed at the rate that its width
 * asks for. Holds scratch arrays; confined to one thread.
 */
final class BlockTransform {
  private final BlockPlan plan;
  private final float[] spectrum;
  private final float[] band;
  private final float[] firstEnvelope;
  private final float[] secondEnvelope;
  private final float[] smoothed;

  BlockTransform(BlockPlan plan) {
    this.plan = plan;
    int length = plan.geometry().length();
    spectrum = new float[length + 2];
    band = new float[2 * length];
    firstEnvelope = new float[length + 2];
    secondEnvelope = new float[length];
    smoothed = new float[Math.max(2 * plan.geometry().hops(), plan.geometry().hop())];
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
    plan.transform(length).forwardReal(spectrum);
    for (BlockPlan.Tree tree : plan.trees()) {
      smooth(tree.lowPass(), spectrum, length, tree.row(), frames);
      for (BlockPlan.Branch branch : tree.branches()) {
        SampledFilter first = branch.wavelet();
        split(spectrum, length, first, firstEnvelope);
        plan.transform(first.length()).forwardReal(firstEnvelope);
        smooth(plan.lowPass(), firstEnvelope, first.length(), branch.row(), frames);
        for (BlockPlan.Leaf leaf : branch.leaves()) {
          SampledFilter second = leaf.wavelet();
          split(firstEnvelope, first.length(), second, secondEnvelope);
          average(plan.average(second.length()), leaf.row(), frames);
        }
      }
    }
  }

  /** From a signal's spectrum to the modulus of one of its bands. */
  private void split(float[] from, int fromLength, SampledFilter wavelet, float[] envelope) {
    wavelet.apply(from, fromLength, 1f / fromLength, band);
    plan.transform(wavelet.length()).inverseComplex(band, wavelet.bins());
    modulus(band, wavelet.length(), envelope);
  }

  /** In two loops, since the second then compiles to vector instructions. */
  private static void modulus(float[] complex, int length, float[] to) {
    for (int t = 0; t < length; t++) {
      float re = complex[2 * t];
      float im = complex[2 * t + 1];
      to[t] = re * re + im * im;
    }
    for (int t = 0; t < length; t++) {
      to[t] = (float) Math.sqrt(to[t]);
    }
  }

  private void average(FrameAverage lowPass, int row, float[][] to) {
    int first = plan.geometry().marginHops();
    for (int f = 0; f < to.length; f++) {
      to[f][row] = lowPass.at(secondEnvelope, first + f, smoothed);
    }
  }

  private void smooth(FrameLowPass lowPass, float[] from, int fromLength, int row, float[][] to) {
    lowPass.apply(from, 1f / fromLength, smoothed);
    int first = plan.geometry().marginHops();
    for (int f = 0; f < to.length; f++) {
      to[f][row] = smoothed[2 * (first + f)];
    }
  }
}
