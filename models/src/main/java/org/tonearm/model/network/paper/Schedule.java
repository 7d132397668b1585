package org.tonearm.model.network.paper;

import org.nd4j.linalg.learning.config.IUpdater;

/**
 * How a network is trained.
 *
 * @param updater turns gradients into steps, with its rate or schedule; what the paper says, or
 *     ours where it is silent
 * @param batch examples a step
 * @param longestEpochs passes over the training examples at most; the paper's number where it
 *     states one that a processor can reach, else ours
 * @param rateFactor factor of the learning rate from epoch to epoch, 1 for a constant rate
 */
public record Schedule(IUpdater updater, int batch, int longestEpochs, double rateFactor) {}
