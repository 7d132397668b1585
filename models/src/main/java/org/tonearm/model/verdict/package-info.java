/** From the scores of a track to what is told of it, or to an abstention. */
package org.tonearm.model.verdict;
