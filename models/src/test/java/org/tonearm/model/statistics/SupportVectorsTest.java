package org.tonearm.model.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.junit.jupiter.api.Test;

/** Holds the machine on a kernel matrix against libsvm's own Gaussian kernel. */
class SupportVectorsTest {
  private static final int CLASSES = 3;
  private static final int DIMENSIONS = 6;

  @Test
  void agreesWithLibsvmsOwnKernel() {
    Random random = new Random(4);
    List<float[]> rows = new ArrayList<>();
    int[] labels = new int[150];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = random.nextInt(CLASSES);
      rows.add(row(random, labels[i]));
    }
    SupportVectors ours = SupportVectorTraining.BASELINE.train(rows, labels, CLASSES);
    svm_model theirs = theirs(rows, labels);
    for (int i = 0; i < 50; i++) {
      float[] unseen = row(random, i % CLASSES);
      assertThat(ours.winner(unseen)).isEqualTo((int) svm.svm_predict(theirs, nodes(unseen)));
      double[] p = ours.probabilities(unseen);
      assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-9));
    }
  }

  private static float[] row(Random random, int label) {
    float[] row = new float[DIMENSIONS];
    for (int j = 0; j < DIMENSIONS; j++) {
      row[j] = (float) (random.nextGaussian() + (j % CLASSES == label ? 1 : 0));
    }
    return row;
  }

  private static svm_model theirs(List<float[]> rows, int[] labels) {
    svm_problem problem = new svm_problem();
    problem.l = rows.size();
    problem.x = rows.stream().map(SupportVectorsTest::nodes).toArray(svm_node[][]::new);
    problem.y = java.util.Arrays.stream(labels).asDoubleStream().toArray();
    svm_parameter p = new svm_parameter();
    p.svm_type = svm_parameter.C_SVC;
    p.kernel_type = svm_parameter.RBF;
    p.gamma = 1.0 / DIMENSIONS;
    p.C = 3;
    p.eps = 1e-3;
    p.cache_size = 10;
    p.shrinking = 1;
    svm.svm_set_print_string_function(text -> {});
    return svm.svm_train(problem, p);
  }

  private static svm_node[] nodes(float[] row) {
    svm_node[] nodes = new svm_node[row.length];
    for (int j = 0; j < row.length; j++) {
      nodes[j] = SupportVectors.node(j + 1, row[j]);
    }
    return nodes;
  }
}
