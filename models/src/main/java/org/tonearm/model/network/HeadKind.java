package org.tonearm.model.network;

import java.util.Arrays;

/** What a head's outputs mean, with its activation and loss. */
public enum HeadKind {
  /** One of several labels; cross-entropy against probabilities that sum to 1. */
  SOFTMAX {
    @Override
    public double[] activate(float[] logits) {
      return Arrays.stream(logProbabilities(logits)).map(Math::exp).toArray();
    }

    @Override
    public double[] logProbabilities(float[] logits) {
      double largest = Double.NEGATIVE_INFINITY;
      for (float logit : logits) {
        largest = Math.max(largest, logit);
      }
      double sum = 0;
      for (float logit : logits) {
        sum += Math.exp(logit - largest);
      }
      double normaliser = largest + Math.log(sum);
      double[] logs = new double[logits.length];
      Arrays.setAll(logs, i -> logits[i] - normaliser);
      return logs;
    }
  },

  /** Each label by itself; binary cross-entropy against values from 0 to 1. */
  SIGMOID {
    @Override
    public double[] activate(float[] logits) {
      double[] values = new double[logits.length];
      Arrays.setAll(values, i -> 1 / (1 + Math.exp(-logits[i])));
      return values;
    }

    @Override
    public double[] logProbabilities(float[] logits) {
      double[] logs = new double[logits.length];
      Arrays.setAll(logs, i -> Math.min(0, logits[i]) - Math.log1p(Math.exp(-Math.abs(logits[i]))));
      return logs;
    }
  },

  /** Quantities; mean squared error. */
  IDENTITY_MSE {
    @Override
    public double[] activate(float[] logits) {
      double[] values = new double[logits.length];
      Arrays.setAll(values, i -> logits[i]);
      return values;
    }

    @Override
    public double[] logProbabilities(float[] logits) {
      throw new UnsupportedOperationException("quantities have no probabilities");
    }
  };

  /** Probabilities, or for quantities the values themselves. */
  public abstract double[] activate(float[] logits);

  /**
   * Natural logarithms of the probabilities, without underflow.
   *
   * @throws UnsupportedOperationException for quantities
   */
  public abstract double[] logProbabilities(float[] logits);
}
