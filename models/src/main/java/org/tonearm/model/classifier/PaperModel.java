package org.tonearm.model.classifier;

import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.verdict.Calibration;

/**
 * All that a model is made of which is a paper's network and nothing else.
 *
 * @param info what users see of it
 * @param network which network it is, such as {@code song-lstm}
 * @param head the network's head that answers the model's question
 * @param calibration of the network's scores
 * @param weights the network's
 * @param standardizer of its frames
 * @param gate tells whether it is music at all, by statistics of the same frames
 */
public record PaperModel(
    ModelInfo info,
    String network,
    String head,
    Calibration calibration,
    NetworkWeights weights,
    Standardizer standardizer,
    MusicGate gate) {}
