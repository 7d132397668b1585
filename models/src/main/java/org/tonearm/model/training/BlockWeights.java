package org.tonearm.model.training;

import java.util.List;
import java.util.Map;
import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.stacking.DescriptionBlock;

/**
 * How much each block of a description counts when two are compared. Found on the training corpus:
 * the scattering statistics, which tell most, count a third; what tells of dependences, a tenth
 * each.
 */
final class BlockWeights {
  private static final Map<String, Double> WEIGHTS =
      Map.of(
          "scat", 0.35, "scov", 0.1, "slogcov", 0.1, "mlog", 0.1, "mdlog", 0.1, "corr", 0.05,
          "tonal", 0.08, "dyn", 0.05);

  private BlockWeights() {}

  static List<DescriptionBlock> of(WindowDescription description) {
    return description.blocks().stream()
        .map(b -> new DescriptionBlock(b.name(), b.size(), WEIGHTS.get(b.name())))
        .toList();
  }
}
