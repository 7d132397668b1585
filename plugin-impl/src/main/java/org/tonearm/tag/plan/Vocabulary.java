package org.tonearm.tag.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.Task;

/**
 * Which labels may be written, and in which words. Words and labels are compared without case,
 * accents and punctuation.
 *
 * @param whitelist the only genres that may be written, spelled as they are to be written; a genre
 *     that is not among them is told as its nearest kind that is. Empty for all genres
 * @param ignored labels and words, of genres and moods, that are never written
 * @param words of each task, a label's word where the user wants another one than the model's
 */
public record Vocabulary(
    List<String> whitelist, List<String> ignored, Map<Task, Map<String, String>> words) {
  /** Everything may be written, in the models' words. */
  public static final Vocabulary FREE = new Vocabulary(List.of(), List.of(), Map.of());

  /** Copies the collections. */
  public Vocabulary {
    whitelist = List.copyOf(whitelist);
    ignored = List.copyOf(ignored);
    Map<Task, Map<String, String>> copy = new LinkedHashMap<>();
    words.forEach((task, spoken) -> copy.put(task, Map.copyOf(spoken)));
    words = Map.copyOf(copy);
  }
}
