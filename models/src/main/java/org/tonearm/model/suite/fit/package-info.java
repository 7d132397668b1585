/** Trains a network of a paper until it stalls or its time is spent, and goes on after a kill. */
package org.tonearm.model.suite.fit;
