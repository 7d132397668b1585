package org.tonearm.model.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * Trains a {@link SupportVectors} with libsvm on a kernel matrix computed at once.
 *
 * @param cost C of the machine
 * @param balance 0: every clip weighs the same; 1: every class weighs the same; between: classes
 *     weigh by the inverse of their count to this power
 */
public record SupportVectorTraining(double cost, double balance) {

  /** The baseline of the figures: C = 3, clips of equal weight. */
  public static final SupportVectorTraining BASELINE = new SupportVectorTraining(3, 0);

  /** What the shipped models are trained with: rare labels weigh somewhat more. */
  public static final SupportVectorTraining SHIPPED = new SupportVectorTraining(3, 0.5);

  /**
   * Trains with a gamma of 1 / the length of a row.
   *
   * @param rows standardised rows of equal length
   * @param labels class of each row, 0 to classes - 1; every class must occur
   * @param classes number of classes
   */
  public SupportVectors train(List<float[]> rows, int[] labels, int classes) {
    return train(rows, labels, classes, 1.0 / rows.get(0).length);
  }

  /**
   * Trains.
   *
   * @param rows rows of equal length, scaled so that their distances count alike
   * @param labels class of each row, 0 to classes - 1; every class must occur
   * @param classes number of classes
   * @param gamma of the kernel, above 0
   */
  public SupportVectors train(List<float[]> rows, int[] labels, int classes, double gamma) {
    // libsvm numbers classes by first appearance: sorted rows make its numbers ours.
    int[] order =
        IntStream.range(0, labels.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> labels[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<float[]> sorted = Arrays.stream(order).mapToObj(rows::get).toList();
    float[][] kernel = new GaussianKernel(gamma).among(sorted);
    svm_problem problem = new svm_problem();
    problem.l = sorted.size();
    problem.y = Arrays.stream(order).mapToDouble(i -> labels[i]).toArray();
    problem.x = new svm_node[problem.l][problem.l + 1];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i][0] = SupportVectors.node(0, i + 1);
      for (int j = 0; j < problem.l; j++) {
        problem.x[i][j + 1] = SupportVectors.node(j + 1, kernel[i][j]);
      }
    }
    return convert(solve(problem, parameters(labels, classes)), sorted, gamma, classes);
  }

  /**
   * Libsvm shuffles with one generator for all: two trainings at a time would disturb each other.
   */
  private static svm_model solve(svm_problem problem, svm_parameter parameters) {
    synchronized (SupportVectorTraining.class) {
      svm.svm_set_print_string_function(text -> {});
      svm.rand.setSeed(1);
      return svm.svm_train(problem, parameters);
    }
  }

  private svm_parameter parameters(int[] labels, int classes) {
    svm_parameter p = new svm_parameter();
    p.svm_type = svm_parameter.C_SVC;
    p.kernel_type = svm_parameter.PRECOMPUTED;
    p.C = cost;
    p.eps = 1e-3;
    p.cache_size = 200;
    p.shrinking = 1;
    p.probability = 1;
    int[] count = new int[classes];
    for (int label : labels) {
      count[label]++;
    }
    p.nr_weight = classes;
    p.weight_label = new int[classes];
    p.weight = new double[classes];
    for (int c = 0; c < classes; c++) {
      p.weight_label[c] = c;
      p.weight[c] =
          Math.pow((double) labels.length / (classes * (double) Math.max(1, count[c])), balance);
    }
    return p;
  }

  private static SupportVectors convert(
      svm_model model, List<float[]> rows, double gamma, int classes) {
    if (model.nr_class != classes) {
      throw new IllegalArgumentException(
          "only " + model.nr_class + " of " + classes + " classes occur in the training rows");
    }
    float[][] vectors = new float[model.l][];
    for (int i = 0; i < model.l; i++) {
      vectors[i] = rows.get((int) model.SV[i][0].value - 1);
    }
    return new SupportVectors(
        classes,
        gamma,
        RowSet.of(vectors),
        model.nSV,
        model.sv_coef,
        model.rho,
        model.probA,
        model.probB);
  }
}
