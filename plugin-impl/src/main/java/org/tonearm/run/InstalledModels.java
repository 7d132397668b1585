package org.tonearm.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ClassifierProvider;
import org.tonearm.api.classify.ModelInfo;

/**
 * The models of all providers; of two with one id, whatever their tasks, the first. Immutable;
 * thread-safe as far as the providers are.
 */
public final class InstalledModels {
  private final List<ClassifierProvider> providers;

  /**
   * @param providers asked in this order
   */
  public InstalledModels(List<ClassifierProvider> providers) {
    this.providers = List.copyOf(providers);
  }

  /**
   * Lists those that can be read; loads no weights.
   *
   * @throws ConfigurationException if a provider can't look for them
   */
  public List<ModelInfo> list() throws ConfigurationException {
    return distinct(second -> {}).stream().map(Found::info).toList();
  }

  /**
   * What is wrong with models that are there and can't be read, by the names they lie under; and
   * with those whose id another one has.
   */
  public Map<String, ConfigurationException> damaged() {
    Map<String, ConfigurationException> damaged = new TreeMap<>();
    providers.forEach(provider -> damaged.putAll(provider.damaged()));
    try {
      distinct(second -> damaged.put("another " + second.info().id(), second(second)));
    } catch (ConfigurationException e) {
      return damaged; // Listing tells of the fault.
    }
    return damaged;
  }

  private record Found(ModelInfo info, ClassifierProvider provider) {}

  private List<Found> distinct(Consumer<Found> second) throws ConfigurationException {
    Map<String, Found> models = new LinkedHashMap<>();
    for (ClassifierProvider provider : providers) {
      for (ModelInfo info : provider.installed()) {
        if (models.putIfAbsent(info.id(), new Found(info, provider)) != null) {
          second.accept(new Found(info, provider));
        }
      }
    }
    return List.copyOf(models.values());
  }

  private static ConfigurationException second(Found second) {
    String id = second.info().id();
    String place = second.provider().folder(id).map(folder -> ", in " + folder + ",").orElse("");
    return new ConfigurationException(
        "model",
        "Two models are named " + id + ", and the second one" + place + " is never used.",
        "Give the one in the folder 'models' of Tonearm's data folder another name: rename its"
            + " folder, and the id in its model.json.");
  }

  /**
   * Loads a model for a task. The caller closes it.
   *
   * @param id the model wished for; empty for the first one installed
   * @throws ConfigurationException {@code no-model} if there is none for the task, {@code
   *     unknown-model} if there is none of that name, {@code model} if it can't be read
   */
  public Classifier open(Task task, Optional<String> id) throws ConfigurationException {
    for (Found model : distinct(second -> {})) {
      ModelInfo info = model.info();
      if (info.task() == task && id.map(info.id()::equals).orElse(true)) {
        return model.provider().open(info.id());
      }
    }
    ConfigurationException fault = id.map(damaged()::get).orElse(null);
    throw fault == null ? notFound(task, id) : fault;
  }

  /** Where the files of a model lie; empty if they are Tonearm's own, or there is no such model. */
  public Optional<Path> folder(String id) {
    return providers.stream().flatMap(provider -> provider.folder(id).stream()).findFirst();
  }

  /** A model's card in Markdown; empty if it has none. */
  public Optional<String> card(String id) {
    return providers.stream().flatMap(provider -> provider.card(id).stream()).findFirst();
  }

  private ConfigurationException notFound(Task task, Optional<String> id)
      throws ConfigurationException {
    List<String> ids =
        list().stream().filter(info -> info.task() == task).map(ModelInfo::id).toList();
    if (ids.isEmpty()) {
      return new ConfigurationException(
          "no-model",
          "No model for the " + task.word() + " is installed.",
          "Install Tonearm's models, or train one with 'tonearm train --task "
              + task.word()
              + "'.");
    }
    return new ConfigurationException(
        "unknown-model",
        "No model named " + id.orElse("") + " for the " + task.word() + " is installed.",
        "Choose one of: " + String.join(", ", ids) + ".");
  }
}
