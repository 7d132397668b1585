/**
 * The gated recurrent unit as a Deeplearning4j layer. {@link org.tonearm.model.network.gru.Gru} is
 * the way in. The single-precision arithmetic runs on heap memory, in loops that become vector
 * instructions; the double-precision one is written as plainly as the equations.
 */
package org.tonearm.model.network.gru;
