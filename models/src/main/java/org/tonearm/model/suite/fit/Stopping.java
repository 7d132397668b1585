package org.tonearm.model.suite.fit;

import java.util.List;
import java.util.Optional;

/**
 * When a training ends, and which of its epochs counts. An epoch that the budget cut short is one
 * like any other here, also where a larger budget carries the training on after it. Immutable,
 * thread-safe.
 *
 * @param patience epochs without a better validation loss after which it ends
 * @param budgetSeconds CPU seconds a training, summed over resumed parts
 * @param longestEpochs epochs at most
 */
public record Stopping(int patience, double budgetSeconds, int longestEpochs) {

  /** Why no further epoch begins; empty if one does. */
  public Optional<StopReason> reason(List<Epoch> epochs) {
    if (epochs.isEmpty()) {
      return Optional.empty();
    }
    Epoch last = epochs.get(epochs.size() - 1);
    if (!Double.isFinite(last.loss()) || !Double.isFinite(last.validation())) {
      return Optional.of(StopReason.DIVERGED);
    }
    if (epochs.size() - best(epochs) >= patience) {
      return Optional.of(StopReason.STALLED);
    }
    if (spent(epochs) >= budgetSeconds) {
      return Optional.of(StopReason.BUDGET);
    }
    return epochs.size() >= longestEpochs ? Optional.of(StopReason.EPOCHS) : Optional.empty();
  }

  /** CPU seconds so far. */
  public static double spent(List<Epoch> epochs) {
    return epochs.stream().mapToDouble(Epoch::cpuSeconds).sum();
  }

  /** Number of the epoch with the lowest validation loss, from 1; 0 if none has a number. */
  public static int best(List<Epoch> epochs) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < epochs.size(); i++) {
      if (epochs.get(i).validation() < least) {
        least = epochs.get(i).validation();
        best = i + 1;
      }
    }
    return best;
  }
}
