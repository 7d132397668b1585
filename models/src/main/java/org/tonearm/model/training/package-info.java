/** Trains networks and statistics on labelled clips: recipes, augmentation, checkpoints, folds. */
package org.tonearm.model.training;
