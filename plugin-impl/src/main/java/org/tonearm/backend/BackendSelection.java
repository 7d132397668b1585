package org.tonearm.backend;

import java.util.List;
import java.util.function.Supplier;
import org.tonearm.api.ConfigurationException;

/**
 * Chooses between a card and the processor. A card is used if the CUDA pack is installed and the
 * pack was compiled for it. No native library is touched. Thread-safe.
 */
public final class BackendSelection {
  /** The oldest cards that the pack has code for: Kepler's last. */
  static final int LEAST = 37;

  /** Cards from here on (Hopper and later) can't run the pack's code. */
  static final int BELOW = 90;

  /** The class by which the pack is known. */
  static final String PACK = "org/nd4j/linalg/jcublas/JCublasBackend.class";

  private static final String GET_PACK = "Install the CUDA pack, as docs/gpu.md says.";

  private final boolean pack;
  private final Supplier<CardProbe.Result> probe;

  /**
   * @param pack whether the CUDA pack is on the class path
   * @param probe looks for cards; asked only where the answer matters
   */
  public BackendSelection(boolean pack, Supplier<CardProbe.Result> probe) {
    this.pack = pack;
    this.probe = probe;
  }

  /** For this computer and class path. */
  public static BackendSelection ofThisComputer() {
    return new BackendSelection(
        BackendSelection.class.getClassLoader().getResource(PACK) != null,
        () -> CardProbe.ofThisComputer().look());
  }

  /** Whether the CUDA pack is on the class path. */
  public boolean pack() {
    return pack;
  }

  /**
   * Decides.
   *
   * @throws ConfigurationException {@code no-cuda} if a card was asked for and can't be used
   */
  public BackendDecision choose(BackendChoice choice) throws ConfigurationException {
    BackendDecision decision = decide(choice);
    if (choice == BackendChoice.CUDA && !decision.card()) {
      throw refusal(decision);
    }
    return decision;
  }

  /** That a card was asked for and is not to be had. */
  public static ConfigurationException refusal(BackendDecision decision) {
    String remedy = decision.remedy().isEmpty() ? "" : " " + decision.remedy();
    return new ConfigurationException(
        "no-cuda",
        "The backend cuda was asked for, and a graphics card is " + decision.sentence() + ".",
        "Ask for auto or cpu (--backend, or backend in the table listening)." + remedy);
  }

  /** As {@link #choose}, but a card that was asked for and can't be used is no error. */
  public BackendDecision decide(BackendChoice choice) {
    return choice == BackendChoice.CPU
        ? BackendDecision.notUsed("the setting listening.backend says cpu", "")
        : decide(probe.get());
  }

  private BackendDecision decide(CardProbe.Result found) {
    if (!found.driver()) {
      return BackendDecision.notUsed(
          pack
              ? "the CUDA pack is installed, but there is no NVIDIA driver here"
              : "there is no NVIDIA driver here, and the CUDA pack is not installed",
          pack ? "Install NVIDIA's driver, if this computer has one of its cards." : "");
    }
    if (!found.trouble().isEmpty()) {
      return BackendDecision.notUsed(
          "the NVIDIA driver does not tell its cards; " + found.trouble(),
          "See that nvidia-smi works.");
    }
    if (found.cards().isEmpty()) {
      return BackendDecision.notUsed("the NVIDIA driver knows of no card", "");
    }
    // ND4J takes the first one.
    return decide(found.cards());
  }

  private BackendDecision decide(List<Card> cards) {
    Card card = cards.get(0);
    if (card.major() == 0) {
      return BackendDecision.notUsed(
          "the NVIDIA driver does not tell the compute capability of " + card,
          "Install a newer NVIDIA driver.");
    }
    if (card.capability() < LEAST) {
      return BackendDecision.notUsed(card + " is older than what the CUDA pack has code for", "");
    }
    if (card.capability() >= BELOW) {
      return BackendDecision.notUsed(card + " is newer than what the CUDA pack has code for", "");
    }
    return pack
        ? BackendDecision.used(card + " computes the features")
        : BackendDecision.notUsed(card + " is here, but the CUDA pack is not installed", GET_PACK);
  }
}
