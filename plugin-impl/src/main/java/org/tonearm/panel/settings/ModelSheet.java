package org.tonearm.panel.settings;

import java.util.Objects;
import org.tonearm.api.classify.ModelInfo;

/**
 * An installed model with its card.
 *
 * @param info what is known of it
 * @param card in Markdown; "" if it has none
 */
public record ModelSheet(ModelInfo info, String card) {
  /** Checks that nothing is null. */
  public ModelSheet {
    Objects.requireNonNull(info);
    Objects.requireNonNull(card);
  }
}
