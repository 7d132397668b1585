/**
 * Convolution with kept map size, batch normalisation and maxima of blocks, as Deeplearning4j
 * layers that take the place of its own where training on a CPU is to be fast: same settings,
 * parameters and results.
 *
 * <p>A picture is unfolded by copying shifted planes whole ({@link
 * org.tonearm.model.network.convolution.Unfolding}), so that its convolution is one matrix product.
 */
package org.tonearm.model.network.convolution;
