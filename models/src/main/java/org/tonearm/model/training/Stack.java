package org.tonearm.model.training;

import java.util.Map;
import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.stacking.StackedModel;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.statistics.SupportVectors;

/**
 * What was learned of a training part without the main question's machine, and the rows that such a
 * machine hears.
 *
 * @param description of windows
 * @param rows of descriptions
 * @param training row of each training clip, by answers of questionnaires that never heard its
 *     group
 */
record Stack(WindowDescription description, StackedRows rows, Map<Example, float[]> training) {
  /** Copies the map. */
  Stack {
    training = Map.copyOf(training);
  }

  /** The row of a clip, of the training part or another. */
  float[] row(Example example) {
    float[] known = training.get(example);
    return known != null
        ? known
        : rows.row(description.complete(example.description(), example.scattering()));
  }

  /** The whole model, with a machine trained on such rows. */
  StackedModel with(SupportVectors machine) {
    return new StackedModel(description, rows, machine);
  }
}
