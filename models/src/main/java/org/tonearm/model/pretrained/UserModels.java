package org.tonearm.model.pretrained;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ClassifierProvider;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.classifier.ModelSource;
import org.tonearm.model.description.SharedWindows;

/**
 * Models that {@code tonearm train} or {@code tonearm learn} wrote, each in a folder of its own
 * below one folder.
 */
public final class UserModels implements ClassifierProvider {
  private final Path folder;
  private final SharedWindows windows = new SharedWindows();

  /**
   * @param folder may be missing
   */
  public UserModels(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<ModelInfo> installed() throws ConfigurationException {
    return List.copyOf(readable().values());
  }

  @Override
  public Map<String, ConfigurationException> damaged() {
    Map<String, ConfigurationException> damaged = new TreeMap<>();
    try {
      look((model, fault) -> damaged.put(String.valueOf(model.getFileName()), fault));
    } catch (ConfigurationException e) {
      damaged.put(String.valueOf(folder.getFileName()), e);
    }
    return damaged;
  }

  @Override
  public Classifier open(String id) throws ConfigurationException {
    for (Map.Entry<Path, ModelInfo> model : readable().entrySet()) {
      if (model.getValue().id().equals(id)) {
        try {
          return ModelOpening.open(source(model.getKey()), windows);
        } catch (IOException e) {
          throw damaged(model.getKey(), e);
        }
      }
    }
    throw new ConfigurationException(
        "unknown-model", "no model " + id + " in " + folder, "See the list: tonearm models");
  }

  @Override
  public Optional<String> card(String id) {
    try {
      for (Map.Entry<Path, ModelInfo> model : readable().entrySet()) {
        if (model.getValue().id().equals(id)) {
          return Optional.of(Files.readString(model.getKey().resolve("card.md")));
        }
      }
    } catch (IOException | ConfigurationException e) {
      return Optional.empty(); // Opening the model tells of the fault.
    }
    return Optional.empty();
  }

  private List<Path> folders() throws ConfigurationException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries.filter(e -> Files.exists(e.resolve("model.json"))).sorted().toList();
    } catch (IOException e) {
      throw damaged(folder, e);
    }
  }

  private Map<Path, ModelInfo> readable() throws ConfigurationException {
    return look((model, fault) -> {});
  }

  /** Those that can be read; one that can't be must not take the others with it. */
  private Map<Path, ModelInfo> look(BiConsumer<Path, ConfigurationException> damaged)
      throws ConfigurationException {
    Map<Path, ModelInfo> models = new LinkedHashMap<>();
    for (Path model : folders()) {
      try {
        models.put(model, info(model));
      } catch (ConfigurationException e) {
        damaged.accept(model, e);
      }
    }
    return models;
  }

  private static ModelInfo info(Path model) throws ConfigurationException {
    try {
      return ModelFolder.readInfo(source(model));
    } catch (IOException e) {
      throw damaged(model, e);
    }
  }

  private static ModelSource source(Path model) {
    return name -> Files.newInputStream(model.resolve(name));
  }

  private static ConfigurationException damaged(Path what, IOException e) {
    return new ConfigurationException(
        "model",
        "the model in " + what + " can't be read: " + e.getMessage(),
        "Train it again, or remove the folder.",
        e);
  }
}
