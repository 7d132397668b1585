/**
 * What ND4J lacks for features: the discrete Fourier transform as products of matrices, and the
 * taking of bands from a spectrum. Nothing here knows which of ND4J's backends computes.
 *
 * <p>Arrays lie with the windows of a batch last: element (row, window) at row x width + window.
 * Every step then is a product of one matrix with a matrix of many columns, a row's multiple, or a
 * taking of whole rows. Complex arrays have the real parts first, then the imaginary parts.
 */
package org.tonearm.model.feature.nd4j;
