package org.tonearm.model.network.gru;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.tonearm.model.network.gated.TimeMajor;

/**
 * {@link GruUnits} in double precision, written as plainly as the equations: it serves gradient
 * checks, and as the reference of {@link FloatGruUnits}.
 */
final class DoubleGruUnits implements GruUnits {
  private static final int RESET = 0;
  private static final int UPDATE = 1;
  private static final int CANDIDATE = 2;

  private int count;
  private INDArray bias;
  private INDArray recurrentBias;
  private INDArray onBias;
  private INDArray onRecurrentBias;
  private INDArray carried;

  @Override
  public void begin(int windows, INDArray biases, INDArray recurrentBiases) {
    count = Math.toIntExact(recurrentBiases.length());
    bias = biases.reshape(1, 3L * count);
    recurrentBias = recurrentBiases.reshape(1, count);
  }

  @Override
  public void forward(
      int frame, TimeMajor gates, TimeMajor products, TimeMajor states, boolean[] live) {
    INDArray z = gates.step(frame);
    INDArray s = products.step(frame);
    z.addiRowVector(bias);
    INDArray q = part(s, CANDIDATE);
    q.assign(q.addRowVector(recurrentBias));
    INDArray r = part(z, RESET);
    INDArray u = part(z, UPDATE);
    INDArray n = part(z, CANDIDATE);
    r.assign(Transforms.sigmoid(r.add(part(s, RESET)), true));
    u.assign(Transforms.sigmoid(u.add(part(s, UPDATE)), true));
    n.assign(Transforms.tanh(n.add(r.mul(q)), true));
    INDArray h = states.step(frame + 1);
    h.assign(u.rsub(1).mul(n).add(u.mul(states.step(frame))));
    for (int w = 0; live != null && w < gates.windows(); w++) {
      if (!live[frame * gates.windows() + w]) {
        z.getRow(w).assign(0);
        n.getRow(w).assign(1); // where the hyperbolic tangent is flat
        h.getRow(w).assign(0);
      }
    }
  }

  @Override
  public void beginBack() {
    onBias = Nd4j.zeros(DataType.DOUBLE, 3L * count);
    onRecurrentBias = Nd4j.zeros(DataType.DOUBLE, count);
    carried = null;
  }

  @Override
  public void backward(
      int frame, TimeMajor gates, TimeMajor products, TimeMajor states, TimeMajor epsilon) {
    INDArray z = gates.step(frame);
    INDArray s = products.step(frame);
    INDArray r = part(z, RESET).dup();
    INDArray u = part(z, UPDATE).dup();
    INDArray n = part(z, CANDIDATE).dup();
    INDArray q = part(s, CANDIDATE).dup();
    INDArray above = epsilon.step(frame).dup();
    if (carried != null) {
      above.addi(carried);
    }

    INDArray onN = above.mul(u.rsub(1)).mul(n.mul(n).rsub(1));
    INDArray onU = above.mul(states.step(frame).sub(n)).mul(u).mul(u.rsub(1));
    INDArray onR = onN.mul(q).mul(r).mul(r.rsub(1));
    INDArray onQ = onN.mul(r);
    carried = above.mul(u);

    part(z, RESET).assign(onR);
    part(z, UPDATE).assign(onU);
    part(z, CANDIDATE).assign(onN);
    s.assign(z);
    part(s, CANDIDATE).assign(onQ);
    onBias.addi(z.sum(0));
    onRecurrentBias.addi(onQ.sum(0));
  }

  @Override
  public void sums(INDArray biases, INDArray recurrentBiases) {
    biases.assign(onBias);
    recurrentBiases.assign(onRecurrentBias);
  }

  private INDArray part(INDArray values, int gate) {
    return values.get(
        NDArrayIndex.all(), NDArrayIndex.interval((long) gate * count, (long) (gate + 1) * count));
  }
}
