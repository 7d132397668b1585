package org.tonearm.standalone;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tonearm.api.Task;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.tag.TagField;
import org.tonearm.configuration.Configuration;
import org.tonearm.panel.Words;
import org.tonearm.taxonomy.Spelling;

/**
 * The words that genres and moods are told in.
 *
 * @param configuration the tree, the whitelist, the user's words of moods
 * @param models all that are installed
 */
record SpokenWords(Configuration configuration, List<ModelInfo> models) {

  /** Of the models in use. */
  Words words() {
    Map<TagField, Map<String, String>> labels = new EnumMap<>(TagField.class);
    Map<TagField, List<String>> choices = new EnumMap<>(TagField.class);
    for (Task task : Task.values()) {
      Map<String, String> own = new LinkedHashMap<>();
      inUse(task).ifPresent(model -> model.labels().forEach(l -> own.put(l, word(model, l))));
      labels.put(TagField.of(task), own);
      choices.put(TagField.of(task), List.copyOf(choices(task, own.values())));
    }
    return new Words(labels, choices);
  }

  private Optional<ModelInfo> inUse(Task task) {
    String wished = configuration.models().get(task);
    return models.stream()
        .filter(model -> model.task() == task)
        .filter(model -> wished == null || model.id().equals(wished))
        .findFirst();
  }

  private String word(ModelInfo model, String label) {
    String word = model.words().getOrDefault(label, label);
    if (model.task() == Task.GENRE) {
      return configuration.genres().taxonomy().canonical(word);
    }
    return configuration.moods().entrySet().stream()
        .filter(entry -> Spelling.same(entry.getKey(), label))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(word);
  }

  /** What the models tell comes first, then the rest of the tree; or the whitelist alone. */
  private Set<String> choices(Task task, Collection<String> own) {
    if (task == Task.GENRE && !configuration.genres().whitelist().isEmpty()) {
      return new LinkedHashSet<>(configuration.genres().whitelist());
    }
    Set<String> all = new LinkedHashSet<>(own);
    if (task == Task.GENRE) {
      all.addAll(new TreeSet<>(configuration.genres().taxonomy().genres()));
    }
    return all;
  }
}
