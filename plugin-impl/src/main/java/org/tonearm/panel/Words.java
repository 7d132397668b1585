package org.tonearm.panel;

import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.TagField;

/**
 * The words of genres and moods.
 *
 * @param labels of each field, a model's label to the word written for it
 * @param choices of each field, the words that may be chosen, each once, in the order to show them
 */
public record Words(
    Map<TagField, Map<String, String>> labels, Map<TagField, List<String>> choices) {
  /** None. */
  public static final Words NONE = new Words(Map.of(), Map.of());

  /** Copies the outer maps. */
  public Words {
    labels = Map.copyOf(labels);
    choices = Map.copyOf(choices);
  }

  /** A model's label in words; the label itself where there are none. */
  public String of(TagField field, String label) {
    return labels.getOrDefault(field, Map.of()).getOrDefault(label, label);
  }
}
