package org.tonearm.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.feature.batch.BatchSettings;
import org.tonearm.model.feature.batch.BatchedExtractor;
import org.tonearm.model.feature.batch.FeatureBackend;
import org.tonearm.model.feature.cuda.CudaDevices;
import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.DeviceException;
import org.tonearm.model.feature.device.DeviceMemoryException;

/**
 * Puts feature extractors where they are to compute. Closing it frees the card; the streams of the
 * extractors have ended by then. Confined to one thread.
 */
public final class ExtractorPlace implements AutoCloseable {
  private static final String NAME = "cuda";
  private static final String CUDA_BACKEND = "JCublasBackend";
  private static final String VERBOSE = "Start again with --verbose to see why.";

  private final BackendSelection selection;
  private final BackendChoice choice;
  private final BooleanSupplier nd4jLoads;
  private final Supplier<? extends Device> devices;
  private final BatchSettings settings;
  private final Consumer<String> warnings;
  private final List<FeatureBackend> open = new ArrayList<>();

  /**
   * On this computer. Where ND4J's CUDA pack is installed and not to be used, ND4J is kept from it.
   *
   * @param card number of the card, from 0. ND4J's pack takes the first one that its process sees
   * @param warnings receives a sentence when the card has to be spared or left; on other threads
   */
  public static ExtractorPlace ofThisComputer(
      BackendChoice choice, int card, Consumer<String> warnings) {
    BackendSelection selection = BackendSelection.ofThisComputer(card);
    if (selection.has(CudaPack.CUDA) && !selection.decide(choice).card()) {
      WithoutCuda.install();
    }
    CudaDevices cards = new CudaDevices(card);
    return new ExtractorPlace(
        selection,
        choice,
        () -> Nd4j.getBackend().getClass().getSimpleName().equals(CUDA_BACKEND),
        cards::open,
        BatchSettings.CARD,
        warnings);
  }

  /**
   * @param nd4jLoads loads ND4J and says whether it works on a card; asked if its pack is chosen
   * @param devices opens a card; asked if the other pack is chosen
   * @param settings how windows are gathered for the card
   */
  ExtractorPlace(
      BackendSelection selection,
      BackendChoice choice,
      BooleanSupplier nd4jLoads,
      Supplier<? extends Device> devices,
      BatchSettings settings,
      Consumer<String> warnings) {
    this.selection = selection;
    this.choice = choice;
    this.nd4jLoads = nd4jLoads;
    this.devices = devices;
    this.settings = settings;
    this.warnings = warnings;
  }

  /** Where extractors are put, and why. Where that is a card, its libraries are loaded for it. */
  public BackendDecision decide() {
    return loaded(selection.decide(choice));
  }

  /**
   * The extractors, on the card or as they are. Those that know no batches stay as they are.
   *
   * @throws ConfigurationException {@code no-cuda} if a card was asked for and can't be used
   */
  public List<FeatureExtractor> place(List<FeatureExtractor> extractors)
      throws ConfigurationException {
    BackendDecision chosen = selection.choose(choice);
    if (!chosen.card()) {
      return extractors;
    }
    BackendDecision loaded = loaded(chosen);
    if (loaded.card()) {
      FeatureBackend card = backend(loaded.pack().orElseThrow());
      open.add(card);
      return extractors.stream()
          .map(e -> e instanceof BatchedExtractor batched ? batched.on(card) : e)
          .toList();
    }
    if (choice == BackendChoice.CUDA) {
      throw BackendSelection.refusal(loaded);
    }
    warnings.accept("The graphics card is " + loaded.sentence() + ".");
    return extractors;
  }

  private FeatureBackend backend(CudaPack pack) {
    return pack == CudaPack.CUDA_13
        ? new FeatureBackend(NAME, settings, warnings, devices)
        : new FeatureBackend(NAME, settings, warnings);
  }

  /** The decision, unless it is for a card whose libraries do not work. */
  private BackendDecision loaded(BackendDecision decision) {
    try {
      if (decision.pack().equals(Optional.of(CudaPack.CUDA_13))) {
        devices.get().close();
      } else if (decision.card() && !nd4jLoads.getAsBoolean()) {
        return broken("");
      }
      return decision;
    } catch (DeviceException | DeviceMemoryException e) {
      return BackendDecision.notUsed("CUDA does not work here; " + e.getMessage(), VERBOSE);
    } catch (RuntimeException | LinkageError e) {
      return broken(" (" + e + ")");
    }
  }

  private static BackendDecision broken(String why) {
    return BackendDecision.notUsed(
        "the libraries of the CUDA pack do not load here" + why, VERBOSE);
  }

  @Override
  public void close() {
    open.forEach(FeatureBackend::close);
    open.clear();
  }
}
