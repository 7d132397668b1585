package org.tonearm.model.statistics;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;

/**
 * A trained support-vector machine with a Gaussian kernel, exp(-gamma |x - v|^2), and probabilities
 * after Platt as libsvm computes them. Immutable, thread-safe.
 *
 * @param classes number of classes
 * @param gamma of the kernel
 * @param vectors support vectors, standardised, grouped by class
 * @param countOfClass support vectors a class
 * @param coefficients (classes - 1) x vectors, as libsvm orders them
 * @param rho one a pair of classes
 * @param plattA slope of the pair's sigmoid
 * @param plattB offset of the pair's sigmoid
 */
@SuppressWarnings("ArrayRecordComponent") // plain matrices; not to be changed
public record SupportVectors(
    int classes,
    double gamma,
    RowSet vectors,
    int[] countOfClass,
    double[][] coefficients,
    double[] rho,
    double[] plattA,
    double[] plattB) {
  /** No class is ruled out altogether. */
  private static final double SMALLEST = 1e-6;

  /**
   * Probabilities of one standardised row.
   *
   * @return one a class, sum 1
   */
  public double[] probabilities(float[] row) {
    double[] out = new double[classes];
    svm.svm_predict_probability(model(), nodes(row), out);
    return out;
  }

  /** Natural logarithms of the probabilities of one standardised row, at least ln(1e-6). */
  public double[] logProbabilities(float[] row) {
    double[] log = probabilities(row);
    for (int i = 0; i < log.length; i++) {
      log[i] = Math.log(Math.max(SMALLEST, log[i]));
    }
    return log;
  }

  /** The class that wins most of the duels between two classes: the plain machine's answer. */
  public int winner(float[] row) {
    return (int) svm.svm_predict(model(), nodes(row));
  }

  private svm_node[] nodes(float[] row) {
    float[] squared = vectors.squaredDistances(row);
    svm_node[] nodes = new svm_node[squared.length + 1];
    nodes[0] = node(0, 0);
    for (int i = 0; i < squared.length; i++) {
      nodes[i + 1] = node(i + 1, Math.exp(-gamma * squared[i]));
    }
    return nodes;
  }

  private svm_model model() {
    svm_model model = new svm_model();
    model.param = new svm_parameter();
    model.param.svm_type = svm_parameter.C_SVC;
    model.param.kernel_type = svm_parameter.PRECOMPUTED;
    model.nr_class = classes;
    model.l = vectors.count();
    model.SV = new svm_node[vectors.count()][];
    for (int i = 0; i < vectors.count(); i++) {
      model.SV[i] = new svm_node[] {node(0, i + 1)};
    }
    model.sv_coef = coefficients;
    model.rho = rho;
    model.probA = plattA;
    model.probB = plattB;
    model.label = new int[classes];
    for (int c = 0; c < classes; c++) {
      model.label[c] = c;
    }
    model.nSV = countOfClass;
    return model;
  }

  static svm_node node(int index, double value) {
    svm_node node = new svm_node();
    node.index = index;
    node.value = value;
    return node;
  }
}
