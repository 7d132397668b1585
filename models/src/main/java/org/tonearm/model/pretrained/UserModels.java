package org.tonearm.model.pretrained;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
    Optional<Path> model = find(id);
    if (model.isEmpty()) {
      throw new ConfigurationException(
          "unknown-model", "no model " + id + " in " + folder, "See the list: tonearm models");
    }
    try {
      return ModelOpening.open(source(model.get()), windows);
    } catch (IOException e) {
      throw damaged(model.get(), e);
    }
  }

  @Override
  public Optional<Path> folder(String id) {
    try {
      return find(id);
    } catch (ConfigurationException e) {
      return Optional.empty(); // Listing tells of the fault.
    }
  }

  @Override
  public Optional<String> card(String id) {
    try {
      Optional<Path> model = find(id);
      return model.isEmpty()
          ? Optional.empty()
          : Optional.of(Files.readString(model.get().resolve("card.md")));
    } catch (IOException | ConfigurationException e) {
      return Optional.empty(); // Opening the model tells of the fault.
    }
  }

  /** Of two of one id, the first. */
  private Optional<Path> find(String id) throws ConfigurationException {
    return readable().entrySet().stream()
        .filter(model -> model.getValue().id().equals(id))
        .map(Map.Entry::getKey)
        .findFirst();
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

  /**
   * Those that can be read, of two of one id the first; one that can't be must not take the others
   * with it.
   */
  private Map<Path, ModelInfo> look(BiConsumer<Path, ConfigurationException> damaged)
      throws ConfigurationException {
    Map<Path, ModelInfo> models = new LinkedHashMap<>();
    Map<String, Path> places = new HashMap<>();
    for (Path model : folders()) {
      try {
        ModelInfo info = info(model);
        Path first = places.putIfAbsent(info.id(), model);
        if (first == null) {
          models.put(model, info);
        } else {
          damaged.accept(model, second(info.id(), first, model));
        }
      } catch (ConfigurationException e) {
        damaged.accept(model, e);
      }
    }
    return models;
  }

  private static ConfigurationException second(String id, Path first, Path second) {
    return new ConfigurationException(
        "model",
        "Two models are named "
            + id
            + ": the one in "
            + first
            + ", and the one in "
            + second
            + ", which is never used.",
        "Move one of the folders away, or give one another name: rename its folder, and the id in"
            + " its model.json.");
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
        "the model in " + what + " can't be read: " + reason(e),
        "Mend what is told, make the model again, or move the folder away.",
        e);
  }

  private static String reason(IOException fault) {
    if (fault instanceof JsonProcessingException json) {
      JsonLocation place = json.getLocation();
      String field =
          json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
              ? ", at " + mapping.getPathReference()
              : "";
      return json.getOriginalMessage()
          + " (model.json"
          + (place == null || place.getLineNr() < 1 ? field : ", line " + place.getLineNr())
          + ")";
    }
    return fault.getMessage();
  }
}
