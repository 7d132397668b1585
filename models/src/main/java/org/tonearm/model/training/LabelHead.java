package org.tonearm.model.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.network.HeadKind;

/**
 * One question put to the network during training, and how a clip answers it.
 *
 * @param name names the head in files and figures
 * @param labels one an output
 * @param kind softmax for one of many, sigmoid for any of many
 * @param weight of its loss
 * @param target the clip's target values, one a label; empty where the clip carries no such label
 */
public record LabelHead(
    String name,
    List<String> labels,
    HeadKind kind,
    double weight,
    Function<Clip, Optional<float[]>> target) {
  /** Copies the labels. */
  public LabelHead {
    labels = List.copyOf(labels);
  }
}
