package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.description.EvenLevel;
import org.tonearm.model.description.ScatteringRows;
import org.tonearm.model.description.WindowDescription;
import org.tonearm.model.stacking.DescriptionProjection;
import org.tonearm.model.stacking.Questionnaire;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.statistics.GaussianKernel;
import org.tonearm.model.statistics.RowSet;
import org.tonearm.model.statistics.Standardizer;

/**
 * Learns all that stands before the main question's machine from a training part alone: the axes of
 * frames and of descriptions, and the questionnaire. Deterministic.
 *
 * @param level what is done about the level of windows
 * @param heard scattering coefficients that count
 * @param components of descriptions
 * @param seed of the split by which training clips are answered out of fold
 */
record StackTraining(EvenLevel level, ScatteringRows heard, int components, long seed) {
  /** Components of the shipped models. */
  static final int SHIPPED_COMPONENTS = 200;

  /**
   * Trains.
   *
   * @param examples the training part, of all questions; descriptions as the loader made them
   */
  Stack train(List<Example> examples) {
    WindowDescription description =
        new WindowDescription(level, heard, FrameAxes.fit(level, heard, examples));
    List<float[]> described =
        examples.stream().map(e -> description.complete(e.description(), e.scattering())).toList();
    DescriptionProjection projection =
        DescriptionProjection.fit(described, BlockWeights.of(description), components);
    List<float[]> rows = described.stream().map(projection::apply).toList();
    GaussianKernel kernel = new GaussianKernel(StackedRows.DESCRIBED);
    List<Clip> clips = examples.stream().map(Example::clip).toList();
    QuestionTraining questions =
        new QuestionTraining(clips, Questions.of(clips), kernel.among(rows));
    List<float[]> answers = questions.outOfFold(seed);
    Standardizer standardizer = Standardizer.fit(answers);
    Map<Example, float[]> training = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      training.put(examples.get(i), StackedRows.row(rows.get(i), answers.get(i), standardizer));
    }
    Questionnaire questionnaire =
        new Questionnaire(
            kernel, RowSet.of(new ArrayList<>(rows).toArray(float[][]::new)), questions.all());
    return new Stack(
        description, new StackedRows(projection, questionnaire, standardizer), training);
  }
}
