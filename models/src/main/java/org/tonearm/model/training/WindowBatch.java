package org.tonearm.model.training;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Joins windows into the arrays of one training step. */
final class WindowBatch {
  private final NetworkRecipe recipe;
  private final List<LabelHead> heads;
  private final BandLayout bands;

  WindowBatch(NetworkRecipe recipe, List<LabelHead> heads, BandLayout bands) {
    this.recipe = recipe;
    this.heads = heads;
    this.bands = bands;
  }

  /**
   * Features [batch, dimensions, frames] (frames of one window lie together in memory), their mask
   * [batch, frames], and for each head targets [batch, labels] with a mask [batch, 1].
   */
  MultiDataSet of(List<WindowSampler.Window> windows) {
    int b = windows.size();
    int t = recipe.windowFrames();
    int d = bands.order().length;
    float[] x = new float[b * t * d];
    float[][] mask = new float[b][t];
    for (int i = 0; i < b; i++) {
      WindowSampler.Window window = windows.get(i);
      System.arraycopy(window.values(), 0, x, i * t * d, window.values().length);
      java.util.Arrays.fill(mask[i], 0, window.frames(), 1f);
    }
    INDArray features = Nd4j.create(x, new long[] {b, t, d}, 'c').permute(0, 2, 1);
    INDArray[] targets = new INDArray[heads.size()];
    INDArray[] targetMasks = new INDArray[heads.size()];
    for (int h = 0; h < targets.length; h++) {
      float[][] target = new float[b][heads.get(h).labels().size()];
      float[][] present = new float[b][1];
      for (int i = 0; i < b; i++) {
        float[] own = windows.get(i).targets()[h];
        if (own != null) {
          target[i] = own;
          present[i][0] = 1f;
        }
      }
      targets[h] = Nd4j.create(target);
      targetMasks[h] = Nd4j.create(present);
    }
    return new MultiDataSet(
        new INDArray[] {features}, targets, new INDArray[] {Nd4j.create(mask)}, targetMasks);
  }
}
