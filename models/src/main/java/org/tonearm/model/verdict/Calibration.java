package org.tonearm.model.verdict;

import java.util.List;

/**
 * Makes stated probabilities hold: divides log-probabilities by a temperature that was fitted on
 * held-out clips (Guo et al. 2017).
 *
 * @param temperature above 1 makes scores more modest, below 1 bolder
 */
public record Calibration(double temperature) {
  /** Leaves scores as they are. */
  public static final Calibration NONE = new Calibration(1);

  /**
   * Calibrated probabilities.
   *
   * @param logProbabilities natural logarithms, up to a constant
   * @return sum 1
   */
  public double[] apply(double[] logProbabilities) {
    double max = Double.NEGATIVE_INFINITY;
    for (double v : logProbabilities) {
      max = Math.max(max, v);
    }
    double[] out = new double[logProbabilities.length];
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.exp((logProbabilities[i] - max) / temperature);
      sum += out[i];
    }
    for (int i = 0; i < out.length; i++) {
      out[i] /= sum;
    }
    return out;
  }

  /**
   * The temperature under which held-out truths are likeliest, between 0.2 and 10.
   *
   * @param logProbabilities one row a held-out clip
   * @param truths label of each
   */
  public static Calibration fit(List<double[]> logProbabilities, List<Integer> truths) {
    return fit(logProbabilities, truths, Double.POSITIVE_INFINITY);
  }

  /**
   * The likeliest temperature where it is expected near 1: scores that were calibrated before they
   * were joined need little more, and a hundred clips alone tell it to a seventh of its value.
   *
   * @param logProbabilities one row a held-out clip
   * @param truths label of each
   * @param deviation standard deviation of the expected temperature's natural logarithm, above 0
   */
  public static Calibration fit(
      List<double[]> logProbabilities, List<Integer> truths, double deviation) {
    double low = Math.log(0.2);
    double high = Math.log(10);
    double golden = (Math.sqrt(5) - 1) / 2;
    while (high - low > 1e-4) {
      double a = high - golden * (high - low);
      double b = low + golden * (high - low);
      if (cost(a, logProbabilities, truths, deviation)
          < cost(b, logProbabilities, truths, deviation)) {
        high = b;
      } else {
        low = a;
      }
    }
    return new Calibration(Math.exp((low + high) / 2));
  }

  private static double cost(
      double logTemperature, List<double[]> rows, List<Integer> truths, double deviation) {
    double unexpected = logTemperature / deviation;
    return new Calibration(Math.exp(logTemperature)).loss(rows, truths)
        + unexpected * unexpected / 2;
  }

  /** Negative log-likelihood of the truths, in nats, over all rows. */
  public double loss(List<double[]> rows, List<Integer> truths) {
    double loss = 0;
    for (int i = 0; i < rows.size(); i++) {
      loss -= Math.log(Math.max(1e-12, apply(rows.get(i))[truths.get(i)]));
    }
    return loss;
  }
}
