/**
 * Long short-term memory with peepholes and a recurrent projection as a Deeplearning4j layer.
 * {@link org.tonearm.model.network.lstm.ProjectedLstm} is the way in; each of the two extras can be
 * left out. The single-precision arithmetic runs on heap memory, in loops that become vector
 * instructions; the double-precision one is written as plainly as the equations.
 */
package org.tonearm.model.network.lstm;
