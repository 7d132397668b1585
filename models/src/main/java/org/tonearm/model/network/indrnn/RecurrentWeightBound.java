package org.tonearm.model.network.indrnn;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.deeplearning4j.nn.conf.constraint.BaseConstraint;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Clips recurrent weights to an interval around 0 after each update.
 *
 * <p>The gradient that travels T steps back carries the factor u^T (Li et al. 2018, equation 5), so
 * that |u| at most 2^(1/T) keeps it from growing more than twofold.
 */
public final class RecurrentWeightBound extends BaseConstraint {
  @JsonProperty private double maximum;

  /** For Jackson. */
  private RecurrentWeightBound() {}

  /**
   * @param maximum the largest magnitude left, above 0
   */
  public RecurrentWeightBound(double maximum) {
    this(maximum, new HashSet<>(Set.of(IndRnnParamInitializer.RECURRENT_KEY)));
  }

  private RecurrentWeightBound(double maximum, Set<String> parameters) {
    super(parameters);
    this.maximum = maximum;
  }

  /** The bound for a window of so many frames. */
  public static double forWindow(int frames) {
    return Math.pow(2.0, 1.0 / frames);
  }

  @Override
  public void apply(INDArray parameter) {
    Transforms.min(parameter, maximum, false);
    Transforms.max(parameter, -maximum, false);
  }

  @Override
  public RecurrentWeightBound clone() {
    return new RecurrentWeightBound(maximum, new HashSet<>(getParams()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecurrentWeightBound bound
        && bound.maximum == maximum
        && Objects.equals(bound.getParams(), getParams());
  }

  @Override
  public int hashCode() {
    return Objects.hash(maximum, getParams());
  }
}
