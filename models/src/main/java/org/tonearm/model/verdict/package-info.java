/** From scores of windows to a verdict on the track: vote, calibration, abstention. */
package org.tonearm.model.verdict;
