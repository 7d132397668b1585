package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.stacking.Questionnaire;
import org.tonearm.model.statistics.KernelRidge;

/**
 * Trains the questionnaire on clips, and has those same clips answered by questionnaires that never
 * heard their group: what a machine learns from answers must not be better informed in training
 * than it will be in use.
 */
final class QuestionTraining {
  private static final int PARTS = 5;
  private static final double RIDGE = 0.3;

  private final List<Clip> clips;
  private final List<LabelHead> questions;
  private final float[][] kernel;
  private final float[][][] targets;

  /**
   * @param clips the training part
   * @param questions put to them
   * @param kernel between all clips, in their order
   */
  QuestionTraining(List<Clip> clips, List<LabelHead> questions, float[][] kernel) {
    this.clips = clips;
    this.questions = questions;
    this.kernel = kernel;
    this.targets = new float[questions.size()][clips.size()][];
    for (int q = 0; q < targets.length; q++) {
      for (int i = 0; i < clips.size(); i++) {
        Optional<float[]> target = questions.get(q).target().apply(clips.get(i));
        targets[q][i] = target.orElse(null);
      }
    }
  }

  /** One regression a question, trained on all clips that answer it. */
  List<KernelRidge> all() {
    return train(clip -> true);
  }

  /**
   * Answers for every clip by regressions trained on the other parts of the clips alone; no group
   * stands in two parts.
   *
   * @param seed of the split into parts
   */
  List<float[]> outOfFold(long seed) {
    Folds folds = new Folds(clips, Targets::foldLabel, PARTS, seed);
    float[][] answers = new float[clips.size()][];
    for (int part = 0; part < PARTS; part++) {
      int held = part;
      List<KernelRidge> others = train(clip -> folds.of(clips.get(clip)) != held);
      for (int i = 0; i < answers.length; i++) {
        if (folds.of(clips.get(i)) == held) {
          answers[i] = Questionnaire.answers(others, kernel[i]);
        }
      }
    }
    return List.of(answers);
  }

  private List<KernelRidge> train(IntPredicate used) {
    List<KernelRidge> ridges = new ArrayList<>();
    for (int q = 0; q < targets.length; q++) {
      float[][] own = targets[q];
      int[] rows =
          IntStream.range(0, own.length).filter(i -> own[i] != null && used.test(i)).toArray();
      float[][] wanted = new float[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        wanted[i] = own[rows[i]];
      }
      ridges.add(KernelRidge.train(kernel, rows, wanted, questions.get(q).labels().size(), RIDGE));
    }
    return ridges;
  }
}
