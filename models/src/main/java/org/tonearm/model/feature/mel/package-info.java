/** Spectra whose bands are spaced by pitch as it is heard, on the mel scale. */
package org.tonearm.model.feature.mel;
