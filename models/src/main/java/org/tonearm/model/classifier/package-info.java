/** A trained model at work: network and statistics listen, their scores are joined and voted. */
package org.tonearm.model.classifier;
