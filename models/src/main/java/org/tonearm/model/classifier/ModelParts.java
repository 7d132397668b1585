package org.tonearm.model.classifier;

import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.statistics.WindowListener;
import org.tonearm.model.verdict.Calibration;

/**
 * All that a model is made of.
 *
 * @param info what users see of it
 * @param head the network's head that answers the model's question
 * @param networkShare weight of the network against the statistics, 0 to 1
 * @param calibration of the joined scores
 * @param weights the network's
 * @param standardizer of the network's frames
 * @param statistics the support-vector machine on the window as a whole
 * @param gate tells whether it is music at all
 */
public record ModelParts(
    ModelInfo info,
    String head,
    double networkShare,
    Calibration calibration,
    NetworkWeights weights,
    Standardizer standardizer,
    WindowListener statistics,
    MusicGate gate) {}
