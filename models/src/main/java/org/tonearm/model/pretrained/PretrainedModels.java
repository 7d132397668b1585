package org.tonearm.model.pretrained;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

/** The models that ship inside the jar: one folder each, named in {@code models.txt}. */
public final class PretrainedModels implements ClassifierProvider {
  private static final String REMEDY = "Install Tonearm again: a file of it is missing or damaged.";

  private final SharedWindows windows = new SharedWindows();

  @Override
  public List<ModelInfo> installed() throws ConfigurationException {
    List<ModelInfo> models = new ArrayList<>();
    for (String id : ids()) {
      try {
        models.add(ModelFolder.readInfo(source(id)));
      } catch (IOException e) {
        throw damaged(id, e);
      }
    }
    return models;
  }

  @Override
  public Classifier open(String id) throws ConfigurationException {
    if (!ids().contains(id)) {
      throw new ConfigurationException(
          "unknown-model",
          "no model " + id + " ships with Tonearm",
          "See the list: tonearm models");
    }
    try {
      return ModelOpening.open(source(id), windows);
    } catch (IOException e) {
      throw damaged(id, e);
    }
  }

  @Override
  public Optional<String> card(String id) {
    try (InputStream in = source(id).open("card.md")) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> ids() throws ConfigurationException {
    try (InputStream in = PretrainedModels.class.getResourceAsStream("models.txt")) {
      if (in == null) {
        return List.of();
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw damaged("models.txt", e);
    }
  }

  private static ModelSource source(String id) {
    return name -> {
      InputStream in = PretrainedModels.class.getResourceAsStream(id + "/" + name);
      if (in == null) {
        throw new FileNotFoundException(id + "/" + name);
      }
      return in;
    };
  }

  private static ConfigurationException damaged(String what, IOException e) {
    return new ConfigurationException(
        "model", "the model " + what + " can't be read: " + e.getMessage(), REMEDY, e);
  }
}
