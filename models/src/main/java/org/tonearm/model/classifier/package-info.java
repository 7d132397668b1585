/** A trained model at work: networks and statistics listen, their scores are joined and voted. */
package org.tonearm.model.classifier;
