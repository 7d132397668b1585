package org.tonearm.model.network.lstm;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.tonearm.model.network.gated.TimeMajor;

/**
 * {@link LstmCells} in double precision, written as plainly as the equations: it serves gradient
 * checks, and as the reference of {@link FloatLstmCells}.
 */
final class DoubleLstmCells implements LstmCells {
  private static final int INPUT = 0;
  private static final int FORGET = 1;
  private static final int OUTPUT = 2;
  private static final int CANDIDATE = 3;

  private int count;
  private INDArray bias;
  private INDArray peepholes;
  private INDArray onBias;
  private INDArray onPeepholes;
  private INDArray carried;

  @Override
  public void begin(int windows, INDArray biases, INDArray peepholeWeights) {
    count = Math.toIntExact(biases.length() / 4);
    bias = biases.reshape(1, 4L * count);
    peepholes = peepholeWeights == null ? null : peepholeWeights.reshape(1, 3L * count);
  }

  @Override
  public void forward(
      int frame, TimeMajor gates, TimeMajor cells, TimeMajor hidden, boolean[] live) {
    INDArray z = gates.step(frame);
    INDArray before = cells.step(frame);
    z.addiRowVector(bias);
    INDArray i = part(z, INPUT);
    INDArray f = part(z, FORGET);
    INDArray o = part(z, OUTPUT);
    INDArray g = part(z, CANDIDATE);
    i.assign(Transforms.sigmoid(i.add(peep(before, INPUT)), true));
    f.assign(Transforms.sigmoid(f.add(peep(before, FORGET)), true));
    g.assign(Transforms.tanh(g, true));
    INDArray c = cells.step(frame + 1);
    c.assign(f.mul(before).add(i.mul(g)));
    o.assign(Transforms.sigmoid(o.add(peep(c, OUTPUT)), true));
    hidden.step(frame + 1).assign(o.mul(Transforms.tanh(c, true)));
    for (int w = 0; live != null && w < gates.windows(); w++) {
      if (!live[frame * gates.windows() + w]) {
        z.getRow(w).assign(0);
        c.getRow(w).assign(0);
        hidden.step(frame + 1).getRow(w).assign(0);
      }
    }
  }

  @Override
  public void beginBack() {
    onBias = Nd4j.zeros(DataType.DOUBLE, 4L * count);
    onPeepholes = Nd4j.zeros(DataType.DOUBLE, 3L * count);
    carried = null;
  }

  @Override
  public void backward(int frame, TimeMajor gates, TimeMajor cells, TimeMajor onHidden, int step) {
    INDArray z = gates.step(frame);
    INDArray before = cells.step(frame);
    INDArray c = cells.step(frame + 1);
    INDArray i = part(z, INPUT).dup();
    INDArray f = part(z, FORGET).dup();
    INDArray o = part(z, OUTPUT).dup();
    INDArray g = part(z, CANDIDATE).dup();
    INDArray above = onHidden.step(step);
    INDArray squashed = Transforms.tanh(c, true);

    INDArray onO = above.mul(squashed).mul(o).mul(o.rsub(1));
    INDArray onC = above.mul(o).mul(squashed.mul(squashed).rsub(1));
    if (carried != null) {
      onC.addi(carried);
    }
    onC.addi(peep(onO, OUTPUT));
    INDArray onI = onC.mul(g).mul(i).mul(i.rsub(1));
    INDArray onF = onC.mul(before).mul(f).mul(f.rsub(1));
    INDArray onG = onC.mul(i).mul(g.mul(g).rsub(1));
    carried = onC.mul(f).add(peep(onI, INPUT)).add(peep(onF, FORGET));

    part(z, INPUT).assign(onI);
    part(z, FORGET).assign(onF);
    part(z, OUTPUT).assign(onO);
    part(z, CANDIDATE).assign(onG);
    onBias.addi(z.sum(0));
    onPeepholes.addi(Nd4j.hstack(onI.mul(before), onF.mul(before), onO.mul(c)).sum(0));
  }

  @Override
  public void sums(INDArray bias, INDArray peepholes) {
    bias.assign(onBias);
    if (peepholes != null) {
      peepholes.assign(onPeepholes);
    }
  }

  private INDArray peep(INDArray values, int gate) {
    return peepholes == null ? values.mul(0) : values.mulRowVector(part(peepholes, gate));
  }

  private INDArray part(INDArray values, int gate) {
    return values.get(
        NDArrayIndex.all(), NDArrayIndex.interval((long) gate * count, (long) (gate + 1) * count));
  }
}
