/**
 * The scattering transform of audio in two orders, with the filters and conventions of ScatNet.
 *
 * <p>Source: J. And&eacute;n and S. Mallat, "Deep Scattering Spectrum", IEEE Transactions on Signal
 * Processing 62 (16), 2014. A signal x is split by wavelets psi1 into bands; the modulus of a band,
 * smoothed by a low-pass phi, is a coefficient of order 1; the modulus split once more by wavelets
 * psi2 gives order 2:
 *
 * <pre>
 *   S0 = x * phi,   S1[i] = |x * psi1[i]| * phi,   S2[i,j] = ||x * psi1[i]| * psi2[j]| * phi
 * </pre>
 */
package org.tonearm.model.feature.scattering;
