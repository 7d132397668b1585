package org.tonearm.backend;

import java.util.Set;
import java.util.function.Supplier;
import org.tonearm.api.ConfigurationException;

/**
 * Chooses between a card and the processor. A card is used if one CUDA pack is installed and has
 * code for it. No native library is touched. Thread-safe.
 */
public final class BackendSelection {
  private final Set<CudaPack> packs;
  private final Supplier<CardProbe.Result> probe;
  private final int card;

  /**
   * @param packs what is on the class path
   * @param probe looks for cards; asked only where the answer matters
   */
  public BackendSelection(Set<CudaPack> packs, Supplier<CardProbe.Result> probe) {
    this(packs, probe, 0);
  }

  /**
   * @param packs what is on the class path
   * @param probe looks for cards; asked only where the answer matters
   * @param card number of the card that may be used, from 0
   */
  public BackendSelection(Set<CudaPack> packs, Supplier<CardProbe.Result> probe, int card) {
    this.packs = Set.copyOf(packs);
    this.probe = probe;
    this.card = card;
  }

  /** For this computer and class path, with its first card. */
  public static BackendSelection ofThisComputer() {
    return ofThisComputer(0);
  }

  /** For this computer and class path, with one of its cards. */
  public static BackendSelection ofThisComputer(int card) {
    return new BackendSelection(
        CudaPack.installed(BackendSelection.class.getClassLoader()),
        () -> CardProbe.ofThisComputer().look(),
        card);
  }

  /** Whether a pack is on the class path. */
  public boolean has(CudaPack pack) {
    return packs.contains(pack);
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
    if (choice == BackendChoice.CPU) {
      return BackendDecision.notUsed("the setting listening.backend says cpu", "");
    }
    if (packs.size() > 1) {
      return BackendDecision.notUsed(
          "the CUDA packs cuda and cuda-13 are both installed, and one spoils the other",
          "Build again with the one that docs/gpu.md names for the card, -Pcuda or -Pcuda-13.");
    }
    return decide(probe.get());
  }

  private BackendDecision decide(CardProbe.Result found) {
    if (!found.driver()) {
      return packs.isEmpty()
          ? BackendDecision.notUsed(
              "there is no NVIDIA driver here, and the CUDA pack is not installed", "")
          : BackendDecision.notUsed(
              "the CUDA pack is installed, but there is no NVIDIA driver here",
              "Install NVIDIA's driver, if this computer has one of its cards.");
    }
    if (!found.trouble().isEmpty()) {
      return BackendDecision.notUsed(
          "the NVIDIA driver does not tell its cards; " + found.trouble(),
          "See that nvidia-smi works.");
    }
    if (found.cards().isEmpty()) {
      return BackendDecision.notUsed("the NVIDIA driver knows of no card", "");
    }
    if (card >= found.cards().size()) {
      return BackendDecision.notUsed(
          "card " + card + " was given, and the NVIDIA driver knows of " + found.cards().size(),
          "Cards are counted from 0, as nvidia-smi does.");
    }
    if (card > 0 && packs.contains(CudaPack.CUDA)) {
      return BackendDecision.notUsed(
          "card " + card + " was given, and the CUDA pack cuda takes the first one alone",
          "Show the process one card by CUDA_VISIBLE_DEVICES, and give it as card 0.");
    }
    return decide(found.cards().get(card));
  }

  private BackendDecision decide(Card card) {
    if (card.major() == 0) {
      return BackendDecision.notUsed(
          "the NVIDIA driver does not tell the compute capability of " + card,
          "Install a newer NVIDIA driver.");
    }
    CudaPack right = CudaPack.forCard(card);
    if (!right.runs(card)) {
      return BackendDecision.notUsed(card + " is older than what the CUDA packs have code for", "");
    }
    if (packs.isEmpty()) {
      return BackendDecision.notUsed(
          card + " is here, but the CUDA pack is not installed",
          "Install the pack " + right.profile() + ", as docs/gpu.md says.");
    }
    CudaPack installed = packs.iterator().next();
    return installed.runs(card)
        ? BackendDecision.used(installed, card + " computes the features")
        : BackendDecision.notUsed(
            "the CUDA pack " + installed.profile() + " is installed, and has no code for " + card,
            "Build again with -P" + right.profile() + " in its place, as docs/gpu.md says.");
  }
}
