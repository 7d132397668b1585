/**
 * The discrete Fourier transform, behind one interface: which library computes it is decided here
 * alone.
 */
package org.tonearm.model.feature.backend;
