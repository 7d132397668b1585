package org.tonearm.model.pretrained;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    List<ModelInfo> models = new ArrayList<>();
    for (Path model : folders()) {
      models.add(info(model));
    }
    return models;
  }

  @Override
  public Classifier open(String id) throws ConfigurationException {
    for (Path model : folders()) {
      if (info(model).id().equals(id)) {
        try {
          return ModelOpening.open(source(model), windows);
        } catch (IOException e) {
          throw damaged(model, e);
        }
      }
    }
    throw new ConfigurationException(
        "unknown-model", "no model " + id + " in " + folder, "See the list: tonearm models");
  }

  @Override
  public Optional<String> card(String id) {
    try {
      for (Path model : folders()) {
        if (info(model).id().equals(id)) {
          return Optional.of(Files.readString(model.resolve("card.md")));
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
