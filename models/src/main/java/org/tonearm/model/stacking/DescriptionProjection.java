package org.tonearm.model.stacking;

import java.util.List;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.PrincipalComponents;
import org.tonearm.model.statistics.RowSet;
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
public record DescriptionProjection(Standardizer standardizer, RowSet axes) {

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
        RowSet.of(
            PrincipalComponents.fit(
                    Frames.of(
                        descriptions.stream().map(weighted::apply).toList(),
                        weighted.mean().length),
                    components)
                .axes()));
  }

  /** The components of a description, one an axis; a new array. */
  public float[] apply(float[] description) {
    return axes.products(standardizer.apply(description));
  }
}
