/** From samples to scores: features, networks, training, verdicts and pretrained weights. */
package org.tonearm.model;
