package org.tonearm.model.stacking;

import org.tonearm.model.statistics.Standardizer;

/**
 * Turns descriptions into the rows that the support-vector machine hears: the description's
 * components and the standardised answers of the questionnaire, scaled so that the squared distance
 * of two rows is {@link #DESCRIBED} times that of the components plus {@link #ANSWERED} times the
 * mean squared difference of the answers. The machine's gamma is then 1. Immutable, thread-safe.
 *
 * @param projection of descriptions
 * @param questionnaire trained on components
 * @param answers measured on answers that were given out of fold
 */
public record StackedRows(
    DescriptionProjection projection, Questionnaire questionnaire, Standardizer answers) {
  /** Weight of the components' squared distance; also the gamma of the questionnaire. */
  public static final double DESCRIBED = 0.7;

  /** Weight of the answers' mean squared difference. */
  public static final double ANSWERED = 0.3;

  /** The gamma of the machine on such rows. */
  public static final double GAMMA = 1;

  /** The row of a description that is none of the training part; a new array. */
  public float[] row(float[] description) {
    float[] components = projection.apply(description);
    return row(components, questionnaire.answers(components), answers);
  }

  /**
   * The row of components and their answers; a new array.
   *
   * @param standardizer of the answers
   */
  public static float[] row(float[] components, float[] answers, Standardizer standardizer) {
    float[] standard = standardizer.apply(answers);
    float[] row = new float[components.length + standard.length];
    float described = (float) Math.sqrt(DESCRIBED);
    float answered = (float) Math.sqrt(ANSWERED / Math.max(1, standard.length));
    for (int i = 0; i < components.length; i++) {
      row[i] = described * components[i];
    }
    for (int i = 0; i < standard.length; i++) {
      row[components.length + i] = answered * standard[i];
    }
    return row;
  }
}
