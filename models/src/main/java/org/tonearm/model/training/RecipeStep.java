package org.tonearm.model.training;

import java.util.Locale;
import java.util.Set;

/** Steps of a network's training that can be left out, one by one, to see what each gains. */
public enum RecipeStep {
  /** All of {@link Augmentation}: level, equaliser, band limit, masks and noise. */
  AUGMENTATION,
  /** The band limit of {@link Augmentation} alone. */
  BAND_LIMIT,
  /** Its masked stretches of bands alone. */
  MASKS,
  /** Windows mixed in pairs. */
  MIXUP,
  /** Drawing clips of rare genres more often. */
  BALANCE,
  /**
   * All questions beside the main one, and the clips that only those ask about: a trunk that
   * answers one question alone.
   */
  QUESTIONS;

  /** The word for it in commands, such as {@code band-limit}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The recipe without some steps; {@link #QUESTIONS} are no part of it. */
  static NetworkRecipe without(Set<RecipeStep> steps, NetworkRecipe recipe) {
    Augmentation all = recipe.augmentation();
    Augmentation kept =
        new Augmentation(
            all.level(),
            all.tilt(),
            steps.contains(BAND_LIMIT) ? 0 : all.bandLimit(),
            steps.contains(MASKS) ? 0 : all.masks(),
            all.maskOctaves(),
            all.noise());
    return new NetworkRecipe(
        recipe.cell(),
        recipe.layers(),
        recipe.width(),
        recipe.dropout(),
        recipe.windowFrames(),
        recipe.epochs(),
        recipe.batch(),
        recipe.learningRate(),
        recipe.weightDecay(),
        steps.contains(MIXUP) ? 0 : recipe.mixup(),
        steps.contains(BALANCE) ? 0 : recipe.balance(),
        steps.contains(AUGMENTATION) ? Augmentation.NONE : kept);
  }
}
