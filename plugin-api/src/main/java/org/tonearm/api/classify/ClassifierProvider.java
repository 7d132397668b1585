package org.tonearm.api.classify;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Stability;

/**
 * Offers installed models. Found with {@link java.util.ServiceLoader}; listing loads no weights.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public interface ClassifierProvider {

  /** The models this provider can open; those that can't be read are in {@link #damaged()}. */
  List<ModelInfo> installed() throws ConfigurationException;

  /** What is wrong with models that are there and can't be read, by the names they lie under. */
  default Map<String, ConfigurationException> damaged() {
    return Map.of();
  }

  /**
   * Loads one.
   *
   * @param id one of {@link #installed()}
   * @throws ConfigurationException if its files are missing or damaged
   */
  Classifier open(String id) throws ConfigurationException;

  /**
   * Where a model lies.
   *
   * @param id one of {@link #installed()}
   * @return the folder of its files; empty if it is not in one that a user could look into
   */
  default Optional<Path> folder(String id) {
    return Optional.empty();
  }

  /**
   * A model's card: how it was made and measured, on what data and terms.
   *
   * @param id one of {@link #installed()}
   * @return in Markdown; empty if there is none, or it can't be read
   */
  default Optional<String> card(String id) {
    return Optional.empty();
  }
}
