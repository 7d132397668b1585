package org.tonearm.model.network.lstm;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.network.gated.TimeMajor;

/**
 * The arithmetic of an LSTM layer between its matrix products, one frame at a time. The matrix of
 * gates has 4 x cells columns: input, forget, output, candidate. Cells and hidden values have one
 * step more than there are frames: step t + 1 belongs to frame t. Not thread-safe.
 */
interface LstmCells {

  /** One for the type of a network's parameters: float, or double for gradient checks. */
  static LstmCells of(DataType type) {
    return type == DataType.DOUBLE ? new DoubleLstmCells() : new FloatLstmCells();
  }

  /**
   * Begins a batch.
   *
   * @param bias [4 x cells]
   * @param peepholes [3 x cells], or null for none
   */
  void begin(int windows, INDArray bias, INDArray peepholes);

  /**
   * One frame forward. At masked frames cell, hidden value and all gates become 0, and so does
   * every gradient that would pass there on the way back.
   *
   * @param frame its index
   * @param gates W x + R r of the frame; receives the gates' values
   * @param cells step t is read, step t + 1 written
   * @param hidden step t + 1 receives o * tanh(c)
   * @param live one flag a frame, step by step; null where all are live
   */
  void forward(int frame, TimeMajor gates, TimeMajor cells, TimeMajor hidden, boolean[] live);

  /** Begins the way back of the last batch: nothing comes from after the last frame. */
  void beginBack();

  /**
   * One frame back.
   *
   * @param frame its index
   * @param gates the gates' values; receives the gradient before their functions
   * @param cells as forward left them
   * @param onHidden dL/d(hidden value) of the frame
   * @param step of onHidden to read
   */
  void backward(int frame, TimeMajor gates, TimeMajor cells, TimeMajor onHidden, int step);

  /** Writes the gradients of bias and, unless null, peepholes over all frames gone back. */
  void sums(INDArray onBias, INDArray onPeepholes);
}
