package org.tonearm.model.stacking;

import java.util.List;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.PrincipalComponents;
import org.tonearm.model.statistics.Standardizer;

/**
 * Brings a description to its principal components: each value standardised and weighted by its
 * block, then turned onto the axes along which training descriptions differ most. Components are
 * not scaled, so distances are those of the weighted description, but for what the axes leave out.
 * Immutable, thread-safe.
 *
 * @param standardizer of the description, with the blocks' weights in its scale
 * @param axes orthonormal, the most telling first, each as long as a description
 */
@SuppressWarnings("ArrayRecordComponent") // a plain matrix on a hot path; not to be changed
public record DescriptionProjection(Standardizer standardizer, float[][] axes) {

  /**
   * Measures training descriptions. Deterministic.
   *
   * @param descriptions two or more
   * @param blocks of a description, in order
   * @param components number of axes wanted; fewer where there are fewer descriptions
   */
  public static DescriptionProjection fit(
      List<float[]> descriptions, List<DescriptionBlock> blocks, int components) {
    Standardizer plain = Standardizer.fit(descriptions);
    float[] factors = DescriptionBlock.factors(blocks);
    float[] scale = plain.scale().clone();
    if (factors.length != scale.length) {
      throw new IllegalArgumentException(
          "blocks of " + factors.length + " values, descriptions of " + scale.length);
    }
    for (int j = 0; j < scale.length; j++) {
      scale[j] *= factors[j];
    }
    Standardizer weighted = new Standardizer(plain.mean(), scale);
    return new DescriptionProjection(
        weighted,
        PrincipalComponents.fit(
                Frames.of(
                    descriptions.stream().map(weighted::apply).toList(), weighted.mean().length),
                components)
            .axes());
  }

  /** The components of a description, one an axis; a new array. */
  public float[] apply(float[] description) {
    float[] x = standardizer.apply(description);
    float[] out = new float[axes.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = product(axes[i], x);
    }
    return out;
  }

  private static float product(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + s2 + s3;
  }
}
