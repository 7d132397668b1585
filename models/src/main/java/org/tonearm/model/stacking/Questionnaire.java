package org.tonearm.model.stacking;

import java.util.List;
import org.tonearm.model.statistics.GaussianKernel;
import org.tonearm.model.statistics.KernelRidge;
import org.tonearm.model.statistics.RowSet;

/**
 * Many questions about one window, all answered from the same distances to training rows: genres,
 * quadrants, clusters, words, ratings. Immutable, thread-safe.
 *
 * @param kernel between rows
 * @param rows of the training clips
 * @param questions one regression a question, on numbers of those rows
 */
public record Questionnaire(GaussianKernel kernel, RowSet rows, List<KernelRidge> questions) {
  /** Copies the list. */
  public Questionnaire {
    questions = List.copyOf(questions);
  }

  /** Number of answers, all questions together. */
  public int size() {
    return questions.stream().mapToInt(KernelRidge::outputs).sum();
  }

  /**
   * The answers for a row that is none of the training rows.
   *
   * @param row components of a description
   * @return {@link #size} values, question by question; a new array
   */
  public float[] answers(float[] row) {
    return answers(questions, kernel.between(row, rows));
  }

  /**
   * The same from kernel values at hand.
   *
   * @param values between the row and all training rows
   */
  public static float[] answers(List<KernelRidge> questions, float[] values) {
    float[] out = new float[questions.stream().mapToInt(KernelRidge::outputs).sum()];
    int at = 0;
    for (KernelRidge question : questions) {
      question.answer(values, out, at);
      at += question.outputs();
    }
    return out;
  }
}
