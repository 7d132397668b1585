package org.tonearm.model.classifier;

/**
 * How a window sounds to a {@link Trunk}, before any label is thought of. The receiver owns the
 * arrays.
 *
 * @param embedding of the network, as many values as {@code NetworkWeights.embedding()}
 * @param statistics as of {@code WindowStatistics}
 * @param kind square roots of the probabilities that the trunk's own head gives its labels: what
 *     kind of sound it is, on a sphere on which distances are Hellinger's
 * @param music probability, 0 to 1, that it is music
 */
@SuppressWarnings("ArrayRecordComponent") // plain vectors on a hot path; ownership is stated
public record WindowSound(float[] embedding, float[] statistics, float[] kind, double music) {}
