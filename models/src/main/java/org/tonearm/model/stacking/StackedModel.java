package org.tonearm.model.stacking;

import java.util.Arrays;
import java.util.List;
import org.tonearm.model.description.SharedWindow;
import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.SupportVectors;
import org.tonearm.model.statistics.WindowAnswers;
import org.tonearm.model.statistics.WindowListener;

/**
 * The listener without memory of the later models: describes a window, answers the questionnaire,
 * and asks a support-vector machine. Immutable, thread-safe.
 *
 * @param description of windows of listening frames
 * @param rows what the machine hears of a description
 * @param machine the main question's
 * @param subgenres machines that hear the same rows, at most one a label
 */
public record StackedModel(
    WindowDescription description,
    StackedRows rows,
    SupportVectors machine,
    List<SubgenreMachine> subgenres)
    implements WindowListener {
  /** Copies the list. */
  public StackedModel {
    subgenres = List.copyOf(subgenres);
  }

  /** Without sub-genres. */
  public StackedModel(WindowDescription description, StackedRows rows, SupportVectors machine) {
    this(description, rows, machine, List.of());
  }

  /** This model with these machines for sub-genres. */
  public StackedModel with(List<SubgenreMachine> machines) {
    return new StackedModel(description, rows, machine, machines);
  }

  @Override
  public double[] logProbabilities(Frames window) {
    return machine.logProbabilities(rows.row(description.of(window)));
  }

  @Override
  public WindowAnswers answers(Frames window) {
    return answers(rows.row(description.of(window)));
  }

  /** The same of a window that other models hear too. */
  public WindowAnswers answers(SharedWindow window) {
    return answers(rows.row(description.of(window)));
  }

  private WindowAnswers answers(float[] row) {
    double[] further =
        subgenres.stream()
            .map(SubgenreMachine::machine)
            .flatMapToDouble(below -> Arrays.stream(below.logProbabilities(row)))
            .toArray();
    return new WindowAnswers(machine.logProbabilities(row), further);
  }
}
