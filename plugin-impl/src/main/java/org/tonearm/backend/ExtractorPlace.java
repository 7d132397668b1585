package org.tonearm.backend;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.feature.batch.BatchSettings;
import org.tonearm.model.feature.batch.BatchedExtractor;
import org.tonearm.model.feature.batch.FeatureBackend;

/**
 * Puts feature extractors where they are to compute. Closing it frees the card; the streams of the
 * extractors have ended by then. Confined to one thread.
 */
public final class ExtractorPlace implements AutoCloseable {
  private static final String CUDA_BACKEND = "JCublasBackend";

  private final BackendSelection selection;
  private final BackendChoice choice;
  private final BooleanSupplier cudaLoads;
  private final FeatureBackend card;
  private final Consumer<String> warnings;

  /**
   * On this computer. Where the CUDA pack is installed and not to be used, ND4J is kept from it.
   *
   * @param warnings receives a sentence when the card has to be spared or left; on other threads
   */
  public static ExtractorPlace ofThisComputer(BackendChoice choice, Consumer<String> warnings) {
    BackendSelection selection = BackendSelection.ofThisComputer();
    if (selection.pack() && !selection.decide(choice).card()) {
      WithoutCuda.install();
    }
    return new ExtractorPlace(
        selection,
        choice,
        () -> Nd4j.getBackend().getClass().getSimpleName().equals(CUDA_BACKEND),
        BatchSettings.CARD,
        warnings);
  }

  /**
   * @param cudaLoads loads ND4J and says whether it works on a card; asked if one is chosen
   * @param settings how windows are gathered for the card
   */
  ExtractorPlace(
      BackendSelection selection,
      BackendChoice choice,
      BooleanSupplier cudaLoads,
      BatchSettings settings,
      Consumer<String> warnings) {
    this.selection = selection;
    this.choice = choice;
    this.cudaLoads = cudaLoads;
    this.warnings = warnings;
    card = new FeatureBackend("cuda", settings, warnings);
  }

  /**
   * The extractors, on the card or as they are. Those that know no batches stay as they are.
   *
   * @throws ConfigurationException {@code no-cuda} if a card was asked for and can't be used
   */
  public List<FeatureExtractor> place(List<FeatureExtractor> extractors)
      throws ConfigurationException {
    if (!selection.choose(choice).card()) {
      return extractors;
    }
    if (!loads()) {
      BackendDecision failed =
          BackendDecision.notUsed(
              "the libraries of the CUDA pack do not load here",
              "Start again with --verbose to see why.");
      if (choice == BackendChoice.CUDA) {
        throw BackendSelection.refusal(failed);
      }
      warnings.accept("The graphics card is " + failed.sentence() + ".");
      return extractors;
    }
    return extractors.stream()
        .map(e -> e instanceof BatchedExtractor batched ? batched.on(card) : e)
        .toList();
  }

  private boolean loads() {
    try {
      return cudaLoads.getAsBoolean();
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  @Override
  public void close() {
    card.close();
  }
}
