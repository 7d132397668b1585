package org.tonearm.spark.plan;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.tonearm.model.verdict.Thresholds;
import org.tonearm.run.ModelInUse;

/**
 * What a model's scores need to be judged by, in a form that can be sent.
 *
 * @param least probability under which nothing is told
 * @param labels the same of single labels
 * @param words what is written for a label
 */
public record TaskSense(double least, Map<String, Double> labels, Map<String, String> words)
    implements Serializable {
  /** Copies the maps. */
  public TaskSense {
    labels = new TreeMap<>(labels);
    words = new TreeMap<>(words);
  }

  /** Of a model that is loaded. */
  public static TaskSense of(ModelInUse model) {
    Thresholds thresholds = model.thresholds();
    return new TaskSense(thresholds.general(), thresholds.own(), model.classifier().info().words());
  }

  Thresholds thresholds() {
    return new Thresholds(least, labels);
  }
}
