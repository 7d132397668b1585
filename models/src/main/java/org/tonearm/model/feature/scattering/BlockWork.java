package org.tonearm.model.feature.scattering;

/**
 * What becomes of a signal's blocks: they are scattered, and their frames go to a sink in order.
 */
interface BlockWork {

  /**
   * Takes a block.
   *
   * @param plan for blocks of this length
   * @param block samples, at least as many as the plan's; the caller's, who uses it again
   * @param frames wanted, from the first
   */
  void accept(BlockPlan plan, float[] block, int frames);

  /** No more blocks come; afterwards all frames are with the sink. */
  void finish();
}
