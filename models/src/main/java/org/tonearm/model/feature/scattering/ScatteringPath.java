package org.tonearm.model.feature.scattering;

/**
 * What one row of a frame means.
 *
 * @param row index in the frame
 * @param bank 0 for Q = [8 1], 1 for Q = [1 1]
 * @param order 0, 1 or 2
 * @param first index of the first wavelet in its bank, or -1 at order 0
 * @param second index of the second wavelet in its bank, or -1 below order 2
 * @param xi1 centre frequency of the first wavelet in Hz: the pitch; 0 at order 0
 * @param bandwidth1 bandwidth of the first wavelet in Hz; 0 at order 0
 * @param xi2 centre frequency of the second wavelet in Hz: the modulation; 0 below order 2
 * @param parent row of the coefficient of order 1 with the same first wavelet (at order 1 the row
 *     itself); -1 at order 0
 */
public record ScatteringPath(
    int row,
    int bank,
    int order,
    int first,
    int second,
    double xi1,
    double bandwidth1,
    double xi2,
    int parent) {}
