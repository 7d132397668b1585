package org.tonearm.model.network.inference;

/** An IndRNN layer at work. */
final class DirectIndRnn extends FrameProduct {
  private final NetworkWeights.Recurrent layer;

  DirectIndRnn(NetworkWeights.Recurrent layer) {
    super(layer);
    this.layer = layer;
  }

  @Override
  void recur(WindowGroup group) {
    for (int w = 0; w < group.windows(); w++) {
      recur(group.values[w], group.live[w]);
    }
  }

  private void recur(float[] values, int frames) {
    int units = layer.units();
    float[] bias = layer.bias();
    float[] recurrent = layer.recurrent();
    float[] state = new float[units];
    float[] z = new float[units];
    for (int t = 0; t < frames; t++) {
      System.arraycopy(values, t * units, z, 0, units);
      step(z, bias, recurrent, state, units);
      System.arraycopy(state, 0, values, t * units, units);
    }
  }

  /** On whole arrays from index 0, which the JIT compiler of JDK 17 turns into vector code. */
  private static void step(float[] z, float[] bias, float[] recurrent, float[] state, int n) {
    for (int j = 0; j < n; j++) {
      state[j] = Math.max(0f, z[j] + bias[j] + recurrent[j] * state[j]);
    }
  }
}
