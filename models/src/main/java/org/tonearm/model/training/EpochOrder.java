package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which clips an epoch sees, and in which order. Clips of rare genres are drawn more than once,
 * those of common ones at times not at all, so that an epoch stays as long as the clips are many.
 */
final class EpochOrder {
  private final List<Example> examples;
  private final double[] rate;

  /**
   * @param balance 0: each clip once; 1: each genre as often
   */
  EpochOrder(List<Example> examples, double balance) {
    this.examples = examples;
    Map<String, Integer> counts = new HashMap<>();
    for (Example example : examples) {
      counts.merge(Targets.genre(example.clip()), 1, Integer::sum);
    }
    rate = new double[examples.size()];
    double sum = 0;
    int labelled = 0;
    for (int i = 0; i < rate.length; i++) {
      String label = Targets.genre(examples.get(i).clip());
      if (label.isEmpty()) {
        rate[i] = -1;
      } else {
        rate[i] = Math.pow(counts.get(label), -balance);
        sum += rate[i];
        labelled++;
      }
    }
    for (int i = 0; i < rate.length; i++) {
      rate[i] = rate[i] < 0 ? 1 : rate[i] * labelled / sum;
    }
  }

  /** The clips of one epoch; a clip's rate is its expected number of turns. */
  List<Example> draw(Random random) {
    List<Example> order = new ArrayList<>();
    for (int i = 0; i < rate.length; i++) {
      int turns = (int) (rate[i] + random.nextDouble());
      for (int t = 0; t < turns; t++) {
        order.add(examples.get(i));
      }
    }
    Collections.shuffle(order, random);
    return order;
  }
}
