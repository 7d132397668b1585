package org.tonearm.model.suite.piece;

import org.tonearm.model.dataset.Clip;

/**
 * A clip and the index of its label.
 *
 * @param clip the recording
 * @param truth 0 to labels - 1
 */
public record LabelledClip(Clip clip, int truth) {}
