package org.tonearm.model.network.inference;

import java.util.List;

/**
 * What the network says of one window. The receiver owns the arrays.
 *
 * @param embedding the last layer's states, pooled over the window's frames
 * @param logits one array a head, in the heads' order: the outputs before their activation
 */
@SuppressWarnings("ArrayRecordComponent") // a plain vector on a hot path; ownership is stated
public record NetworkOutput(float[] embedding, List<float[]> logits) {}
