package org.tonearm.model.classifier;

import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

/**
 * What a trained model hears with, below its answers: another head on it learns other labels.
 * Immutable, thread-safe; the arrays inside are shared and nobody may change them.
 *
 * @param origin id and hash of the model it is taken from, as of {@code Classifier.version}
 * @param featureId of the {@code FeatureExtractor} whose frames it takes
 * @param windowFrames frames a window, as {@code ModelInfo} has it
 * @param weights of the network, the first where the model has several; its heads are carried along
 *     and not asked
 * @param standardizer of the network's frames
 * @param head the head that the model itself asks, one of the network's
 * @param gate tells whether it is music at all
 */
public record Trunk(
    String origin,
    String featureId,
    int windowFrames,
    NetworkWeights weights,
    Standardizer standardizer,
    String head,
    MusicGate gate) {}
