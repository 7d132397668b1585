/** Recurrent networks: shapes, heads, and how they become a Deeplearning4j graph. */
package org.tonearm.model.network;
