/** From samples to frames of features. */
package org.tonearm.api.feature;
