package org.tonearm.model.training;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tonearm.model.classifier.Hearing;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.Standardizer;

/**
 * Draws one training window: a random stretch of a clip, standardised, augmented, with its targets.
 * All chance comes from the seed given to {@link #draw}, so an epoch can be repeated exactly.
 */
final class WindowSampler {
  private final List<LabelHead> heads;
  private final NetworkRecipe recipe;
  private final Standardizer standardizer;
  private final BandLayout bands;

  WindowSampler(
      List<LabelHead> heads, NetworkRecipe recipe, Standardizer standardizer, BandLayout bands) {
    this.heads = heads;
    this.recipe = recipe;
    this.standardizer = standardizer;
    this.bands = bands;
  }

  /**
   * A drawn window.
   *
   * @param frames number of frames, at most the recipe's
   * @param values frames x dimensions
   * @param targets one a head; null where the clip has no such label
   */
  @SuppressWarnings("ArrayRecordComponent") // handed from the sampler to one batch
  record Window(int frames, float[] values, float[][] targets) {}

  Window draw(Example example, long seed) {
    Random random = new Random(seed);
    Frames heard = example.heard(recipe.hearing());
    // Convolutions hear full windows alone: a mask would end within one of their blocks.
    Frames all =
        recipe.hearing() == Hearing.PICTURES ? heard.repeated(recipe.windowFrames()) : heard;
    int n = Math.min(recipe.windowFrames(), all.count());
    int from = random.nextInt(all.count() - n + 1);
    int d = all.dimensions();
    float[] values = new float[n * d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        values[i * d + j] =
            (all.values()[(from + i) * d + j] - standardizer.mean()[j]) * standardizer.scale()[j];
      }
    }
    recipe.augmentation().apply(values, n, bands, standardizer.scale(), random);
    return new Window(n, values, targets(example));
  }

  /**
   * Mixes a second window into a first that answers the same heads (mixup); others stay as they
   * are.
   */
  Window mix(Window a, Window b, double share) {
    if (a.frames() != b.frames() || !sameHeads(a, b)) {
      return a;
    }
    float keep = (float) share;
    return new Window(
        a.frames(), blend(a.values(), b.values(), keep), blend(a.targets(), b.targets(), keep));
  }

  private float[][] targets(Example example) {
    float[][] targets = new float[heads.size()][];
    for (int h = 0; h < targets.length; h++) {
      Optional<float[]> target = heads.get(h).target().apply(example.clip());
      targets[h] = target.orElse(null);
    }
    return targets;
  }

  private static boolean sameHeads(Window a, Window b) {
    for (int h = 0; h < a.targets().length; h++) {
      if ((a.targets()[h] == null) != (b.targets()[h] == null)) {
        return false;
      }
    }
    return true;
  }

  private static float[][] blend(float[][] a, float[][] b, float keep) {
    float[][] out = new float[a.length][];
    for (int h = 0; h < a.length; h++) {
      out[h] = a[h] == null ? null : blend(a[h], b[h], keep);
    }
    return out;
  }

  private static float[] blend(float[] a, float[] b, float keep) {
    float[] out = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      out[i] = keep * a[i] + (1 - keep) * b[i];
    }
    return out;
  }
}
