/**
 * The short-time Fourier transform: magnitudes of overlapping windows of a signal, pooled into
 * bands and compressed by a logarithm.
 */
package org.tonearm.model.feature.stft;
