package org.tonearm.model.network.updater;

import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The state and the step of {@link RmsPropNesterov}: mean square r and velocity v, one value a
 * parameter each. Not thread-safe.
 *
 * <p>Algorithm 6 takes the gradient g at theta + alpha v and then steps from theta: r = rho r + (1
 * - rho) g^2, v' = alpha v - eta g / sqrt(r), theta' = theta + v'. The network's parameters here
 * are theta + alpha v, where Deeplearning4j takes the gradient: they move by v' - alpha v + alpha
 * v'. That point is also what is validated, scored and saved; the algorithm gives back theta, alpha
 * v away from it.
 */
public final class RmsPropNesterovUpdater implements GradientUpdater<RmsPropNesterov> {
  private static final String SQUARE_KEY = "r";
  private static final String VELOCITY_KEY = "v";

  private final RmsPropNesterov rule;
  private INDArray square;
  private INDArray velocity;

  /** Made by {@link RmsPropNesterov#instantiate}. */
  RmsPropNesterovUpdater(RmsPropNesterov rule) {
    this.rule = rule;
  }

  @Override
  public RmsPropNesterov getConfig() {
    return rule;
  }

  @Override
  public Map<String, INDArray> getState() {
    return Map.of(SQUARE_KEY, square, VELOCITY_KEY, velocity);
  }

  @Override
  public void setState(Map<String, INDArray> state, boolean initialise) {
    if (!state.keySet().equals(Set.of(SQUARE_KEY, VELOCITY_KEY))) {
      throw new IllegalStateException("expected the states r and v, got " + state.keySet());
    }
    square = state.get(SQUARE_KEY);
    velocity = state.get(VELOCITY_KEY);
  }

  @Override
  public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialise) {
    INDArray flat = view.reshape(view.length());
    if (initialise) {
      flat.assign(0);
    }
    long half = flat.length() / 2;
    square = flat.get(NDArrayIndex.interval(0, half)).reshape(order, shape);
    velocity = flat.get(NDArrayIndex.interval(half, 2 * half)).reshape(order, shape);
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    double rate = rule.getLearningRate(iteration, epoch);
    INDArray flat = gradient.reshape(square.shape());
    square.muli(rule.decay()).addi(flat.mul(flat).muli(1 - rule.decay()));
    INDArray root = Transforms.sqrt(square, true).addi(rule.floor());
    INDArray step = flat.div(root).muli(-rate);
    INDArray before = velocity.mul(rule.momentum());
    velocity.assign(before.add(step));
    // What stands in the gradient is subtracted from the parameters.
    gradient.assign(before.sub(velocity.mul(1 + rule.momentum())).reshape(gradient.shape()));
  }
}
