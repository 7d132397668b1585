package org.tonearm.model.learned;

import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.classifier.Trunk;

/**
 * All that a learnt model is made of.
 *
 * @param info what users see of it
 * @param trunk what it hears with, a copy of another model's: that one may go
 * @param machines what it knows
 * @param blend how they are joined and calibrated
 * @param familiarity what it knows nothing of
 */
public record LearnedParts(
    ModelInfo info, Trunk trunk, Machines machines, Blend blend, Familiarity familiarity) {}
