package org.tonearm.model.stacking;

import java.util.List;

/**
 * A stretch of a description's values that belong together.
 *
 * @param name such as {@code tonal}
 * @param size number of values, 1 or more
 * @param weight what share the block has in the squared distance of two descriptions, against the
 *     other blocks' weights; above 0
 */
public record DescriptionBlock(String name, int size, double weight) {

  /**
   * What each standardised value is multiplied by, so that the mean squared distance of a block
   * counts by its weight and all weights sum to 1.
   */
  static float[] factors(List<DescriptionBlock> blocks) {
    double weights = blocks.stream().mapToDouble(DescriptionBlock::weight).sum();
    float[] factors = new float[blocks.stream().mapToInt(DescriptionBlock::size).sum()];
    int at = 0;
    for (DescriptionBlock block : blocks) {
      for (int j = 0; j < block.size(); j++) {
        factors[at++] = (float) Math.sqrt(block.weight() / weights / block.size());
      }
    }
    return factors;
  }
}
