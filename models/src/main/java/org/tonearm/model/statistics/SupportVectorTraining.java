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
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
   * Trains.
   *
   * @param rows standardised rows of equal length
   * @param labels class of each row, 0 to classes - 1; every class must occur
   * @param classes number of classes
   */
  public SupportVectors train(List<float[]> rows, int[] labels, int classes) {
    // libsvm numbers classes by first appearance: sorted rows make its numbers ours.
    int[] order =
        IntStream.range(0, labels.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> labels[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<float[]> sorted = Arrays.stream(order).mapToObj(rows::get).toList();
    double gamma = 1.0 / rows.get(0).length;
    float[][] kernel = kernel(sorted, gamma);
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
    svm.svm_set_print_string_function(text -> {});
    svm.rand.setSeed(1);
    return convert(svm.svm_train(problem, parameters(labels, classes)), sorted, gamma, classes);
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

  private static float[][] kernel(List<float[]> rows, double gamma) {
    try (INDArray x = Nd4j.create(rows.toArray(new float[0][]));
        INDArray gram = x.mmul(x.transpose())) {
      float[][] k = gram.toFloatMatrix();
      float[] norm = new float[k.length];
      for (int i = 0; i < k.length; i++) {
        norm[i] = k[i][i];
      }
      for (int i = 0; i < k.length; i++) {
        for (int j = 0; j < k.length; j++) {
          double squared = Math.max(0, (double) norm[i] + norm[j] - 2.0 * k[i][j]);
          k[i][j] = (float) Math.exp(-gamma * squared);
        }
      }
      return k;
    }
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
        classes, gamma, vectors, model.nSV, model.sv_coef, model.rho, model.probA, model.probB);
  }
}
