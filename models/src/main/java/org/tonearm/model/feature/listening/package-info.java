/**
 * One frame that holds what the description of a window needs: scattering coefficients, and beside
 * them the finer steps of a mel and of a pitch spectrum.
 */
package org.tonearm.model.feature.listening;
