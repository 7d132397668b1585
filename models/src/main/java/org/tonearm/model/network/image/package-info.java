/** From the maps of a convolution to the frames of a sequence. */
package org.tonearm.model.network.image;
