/**
 * Listening with a trained network: its weights in a compact file, and a forward pass that needs
 * neither Deeplearning4j nor ND4J, whose start takes longer than a track.
 */
package org.tonearm.model.network.inference;
