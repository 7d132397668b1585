/** From the frames of a window to one vector. */
package org.tonearm.model.network.pooling;
