/** Clips as pieces: cut, standardised and streamed in batches, a few clips in memory at a time. */
package org.tonearm.model.suite.piece;
