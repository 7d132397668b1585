package org.tonearm.model.stacking;

import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.SupportVectors;
import org.tonearm.model.statistics.WindowListener;

/**
 * The listener without memory of the later models: describes a window, answers the questionnaire,
 * and asks a support-vector machine. Immutable, thread-safe.
 *
 * @param description of windows of listening frames
 * @param rows what the machine hears of a description
 * @param machine the main question's
 */
public record StackedModel(WindowDescription description, StackedRows rows, SupportVectors machine)
    implements WindowListener {

  @Override
  public double[] logProbabilities(Frames window) {
    return machine.logProbabilities(rows.row(description.of(window)));
  }
}
