/**
 * What recurrent layers with gates (LSTM, GRU) share as Deeplearning4j layers: frames in the order
 * of time, the matrix products around a recurrence, parameters cut from the network's vector, and
 * the gates' functions in single precision.
 */
package org.tonearm.model.network.gated;
