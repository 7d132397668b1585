package org.tonearm.model.network.gru;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.network.gated.TimeMajor;

/**
 * The arithmetic of a GRU layer between its matrix products, one frame at a time. Gates and
 * products have 3 x units columns: reset, update, candidate. The states have one step more than
 * there are frames: step t + 1 belongs to frame t. Not thread-safe.
 */
interface GruUnits {

  /** One for the type of a network's parameters: float, or double for gradient checks. */
  static GruUnits of(DataType type) {
    return type == DataType.DOUBLE ? new DoubleGruUnits() : new FloatGruUnits();
  }

  /**
   * Begins a batch.
   *
   * @param bias [3 x units]
   * @param recurrentBias [units]
   */
  void begin(int windows, INDArray bias, INDArray recurrentBias);

  /**
   * One frame forward. At masked frames the state becomes 0, and the gates so that no gradient
   * passes there on the way back.
   *
   * @param frame its index
   * @param gates W x of the frame; receives the gates' values
   * @param products U h of the frame before; the candidate's part receives its bias
   * @param states step t is read, step t + 1 written
   * @param live one flag a frame, step by step; null where all are live
   */
  void forward(int frame, TimeMajor gates, TimeMajor products, TimeMajor states, boolean[] live);

  /** Begins the way back of the last batch: nothing comes from after the last frame. */
  void beginBack();

  /**
   * One frame back.
   *
   * @param frame its index
   * @param gates the gates' values; receives dL/d(W x)
   * @param products as forward left them; receives dL/d(U h)
   * @param states as forward left them
   * @param epsilon dL/dh of the frame, but for what came straight from the next state
   */
  void backward(
      int frame, TimeMajor gates, TimeMajor products, TimeMajor states, TimeMajor epsilon);

  /** Writes the gradients of the biases over all frames gone back. */
  void sums(INDArray onBias, INDArray onRecurrentBias);
}
