package org.tonearm.model.training;

import org.tonearm.model.dataset.Clip;
import org.tonearm.model.feature.Frames;

/**
 * A labelled clip and its features.
 *
 * @param clip labels
 * @param frames features as the extractor gave them
 */
public record Example(Clip clip, Frames frames) {}
