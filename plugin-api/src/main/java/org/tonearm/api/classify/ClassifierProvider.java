package org.tonearm.api.classify;

import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Stability;

/**
 * Offers installed models. Found with {@link java.util.ServiceLoader}; listing loads no weights.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public interface ClassifierProvider {

  /** The models this provider can open. */
  List<ModelInfo> installed() throws ConfigurationException;

  /**
   * Loads one.
   *
   * @param id one of {@link #installed()}
   * @throws ConfigurationException if its files are missing or damaged
   */
  Classifier open(String id) throws ConfigurationException;
}
