/** Rules that turn gradients into steps, where a paper names one that ND4J lacks. */
package org.tonearm.model.network.updater;
