/**
 * The independently recurrent layer as a custom Deeplearning4j layer.
 *
 * <p>Configuration, parameters and implementation stand in a file each, as Deeplearning4j wants it;
 * the arithmetic is in {@link org.tonearm.model.network.indrnn.Recurrence}. Sequences keep
 * Deeplearning4j's shape [batch, features, time] while their memory is laid out as [batch, time,
 * features] (see {@link org.tonearm.model.network.indrnn.FrameMatrix}), so that one matrix product
 * serves all time steps without a copy.
 */
package org.tonearm.model.network.indrnn;
