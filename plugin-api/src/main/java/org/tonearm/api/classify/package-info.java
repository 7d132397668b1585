/** From frames of features to scores of labels. */
package org.tonearm.api.classify;
