package org.tonearm.model.network.updater;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * RMSProp with Nesterov momentum (Shah et al., 3.6, Algorithm 6). Serialises with Deeplearning4j's
 * own JSON.
 *
 * <p>The paper's step divides by the root of the mean square alone, which is 0 where a gradient
 * always was: a small floor is added to the root.
 *
 * <p>Without a {@code toString} on purpose: its inherited text, of name and hash, stands in the
 * recipes by which records of trainings are found again.
 */
public final class RmsPropNesterov implements IUpdater {
  private static final long serialVersionUID = 1L;

  @JsonProperty private double learningRate;
  @JsonProperty private ISchedule schedule;
  @JsonProperty private double decay;
  @JsonProperty private double momentum;
  @JsonProperty private double floor;

  /** For Jackson. */
  private RmsPropNesterov() {}

  /**
   * A rule at a constant rate, with a floor of 1e-6.
   *
   * @param learningRate the paper's eta, above 0
   * @param decay the paper's rho: the share of the mean square that a step leaves, 0 to below 1
   * @param momentum the paper's alpha: the share of the velocity that a step leaves, 0 to below 1
   */
  public RmsPropNesterov(double learningRate, double decay, double momentum) {
    this(learningRate, null, decay, momentum, 1e-6);
  }

  private RmsPropNesterov(
      double learningRate, ISchedule schedule, double decay, double momentum, double floor) {
    if (!(learningRate > 0 && decay >= 0 && decay < 1 && momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException(
          "expected a rate above 0, and decay and momentum from 0 to below 1, got "
              + learningRate
              + ", "
              + decay
              + " and "
              + momentum);
    }
    this.learningRate = learningRate;
    this.schedule = schedule;
    this.decay = decay;
    this.momentum = momentum;
    this.floor = floor;
  }

  /** The share of the mean square that a step leaves. */
  public double decay() {
    return decay;
  }

  /** The share of the velocity that a step leaves. */
  public double momentum() {
    return momentum;
  }

  /** What is added to the root that divides. */
  public double floor() {
    return floor;
  }

  @Override
  public long stateSize(long parameters) {
    return 2 * parameters;
  }

  @Override
  public RmsPropNesterovUpdater instantiate(INDArray view, boolean initialise) {
    RmsPropNesterovUpdater updater = new RmsPropNesterovUpdater(this);
    long[] shape = view.shape();
    updater.setStateViewArray(view, new long[] {1, shape[shape.length - 1] / 2}, 'c', initialise);
    return updater;
  }

  @Override
  public RmsPropNesterovUpdater instantiate(Map<String, INDArray> state, boolean initialise) {
    RmsPropNesterovUpdater updater = new RmsPropNesterovUpdater(this);
    updater.setState(state, initialise);
    return updater;
  }

  @Override
  @SuppressWarnings({"MethodDoesntCallSuperMethod", "EqualsHashCode"}) // a plain copy
  public RmsPropNesterov clone() {
    ISchedule copy = schedule == null ? null : schedule.clone();
    return new RmsPropNesterov(learningRate, copy, decay, momentum, floor);
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return schedule == null ? learningRate : schedule.valueAt(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double rate, ISchedule rates) {
    learningRate = rate;
    schedule = rates;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RmsPropNesterov rule
        && rule.learningRate == learningRate
        && Objects.equals(rule.schedule, schedule)
        && rule.decay == decay
        && rule.momentum == momentum
        && rule.floor == floor;
  }

  @Override
  public int hashCode() {
    return Objects.hash(learningRate, schedule, decay, momentum, floor);
  }
}
