package org.tonearm.model.suite.measure;

import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.tonearm.model.statistics.Standardizer;

/**
 * A support-vector machine with a linear kernel on standardised rows, one for each pair of classes,
 * as libsvm trains it. Immutable; scores may be asked by several threads.
 */
public final class LinearMachine {
  private static final double TOLERANCE = 1e-3;
  private static final int CACHE_MIB = 100;

  private final Standardizer standardizer;
  private final svm_model model;
  private final int classes;

  private LinearMachine(Standardizer standardizer, svm_model model, int classes) {
    this.standardizer = standardizer;
    this.model = model;
    this.classes = classes;
  }

  /**
   * Trains.
   *
   * @param rows of equal length, as they are: standardised here
   * @param labels class of each row; two classes must occur, others may be missing
   * @param classes number of classes
   * @param cost C of the machine
   */
  public static LinearMachine train(List<float[]> rows, int[] labels, int classes, double cost) {
    Standardizer standardizer = Standardizer.fit(rows);
    svm_problem problem = new svm_problem();
    problem.l = rows.size();
    problem.x = new svm_node[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = nodes(standardizer.apply(rows.get(i)));
      problem.y[i] = labels[i];
    }
    svm_parameter p = new svm_parameter();
    p.svm_type = svm_parameter.C_SVC;
    p.kernel_type = svm_parameter.LINEAR;
    p.C = cost;
    p.eps = TOLERANCE;
    p.cache_size = CACHE_MIB;
    p.shrinking = 1;
    p.nr_weight = 0;
    p.weight_label = new int[0];
    p.weight = new double[0];
    svm.svm_set_print_string_function(text -> {});
    return new LinearMachine(standardizer, svm.svm_train(problem, p), classes);
  }

  /**
   * How much speaks for each class: duels won, plus less than a half of one for how clearly. The
   * highest is the machine's answer; a class that was not in the training rows has -1.
   */
  public double[] scores(float[] row) {
    int present = model.nr_class;
    double[] duels = new double[present * (present - 1) / 2];
    svm.svm_predict_values(model, nodes(standardizer.apply(row)), duels);
    double[] votes = new double[present];
    double[] margins = new double[present];
    int at = 0;
    for (int i = 0; i < present; i++) {
      for (int j = i + 1; j < present; j++) {
        votes[duels[at] > 0 ? i : j]++;
        margins[i] += duels[at];
        margins[j] -= duels[at];
        at++;
      }
    }
    double[] scores = new double[classes];
    java.util.Arrays.fill(scores, -1);
    for (int i = 0; i < present; i++) {
      scores[model.label[i]] = votes[i] + margins[i] / (3 * (Math.abs(margins[i]) + 1));
    }
    return scores;
  }

  /** Weights and offsets of all duels. */
  public long parameters() {
    long duels = model.nr_class * (model.nr_class - 1L) / 2;
    return duels * (standardizer.mean().length + 1L);
  }

  private static svm_node[] nodes(float[] row) {
    svm_node[] nodes = new svm_node[row.length];
    for (int j = 0; j < row.length; j++) {
      nodes[j] = new svm_node();
      nodes[j].index = j + 1;
      nodes[j].value = row[j];
    }
    return nodes;
  }
}
