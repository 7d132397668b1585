package org.tonearm.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.tonearm.backend.BackendChoice;
import org.tonearm.backend.BackendDecision;
import org.tonearm.backend.BackendSelection;
import org.tonearm.backend.TrainingPack;

/** What computes and trains the networks, and why not something faster. */
public final class BackendCheck implements Doctor.Check {
  private final Supplier<BackendDecision> decision;
  private final BackendChoice choice;
  private final TrainingPack training;

  /**
   * @param decision says whether a card is used
   * @param choice what the configuration asks for
   * @param training whether networks can be trained here
   */
  public BackendCheck(
      Supplier<BackendDecision> decision, BackendChoice choice, TrainingPack training) {
    this.decision = decision;
    this.choice = choice;
    this.training = training;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(listening());
    findings.addAll(training());
    findings.add(card());
    return findings;
  }

  /** What listening goes by. */
  private static Finding listening() {
    try {
      Loader.load(openblas_nolapack.class);
      return Finding.good("Backend", "OpenBLAS, and Tonearm's own code");
    } catch (LinkageError e) {
      return Finding.fault(
          "Backend",
          "OpenBLAS does not load here: " + e,
          "Check that the folder of the native libraries can be read and written, and that the"
              + " installation is for this platform.");
    }
  }

  /** What training goes by; nothing of it is touched where it is not installed. */
  private List<Finding> training() {
    if (!training.installed()) {
      return List.of(
          Finding.good(
              "Training", "the training pack is not installed; only train and evaluate need it"));
    }
    try {
      String backend = Nd4j.getBackend().getClass().getSimpleName();
      return List.of(
          Finding.good("Training", "ND4J " + version() + ", " + backend), instructions());
    } catch (LinkageError | RuntimeException e) {
      return List.of(
          Finding.fault(
              "Training",
              "ND4J does not load here: " + e,
              "Check that ~/.javacpp is writable and has some 500 MB of room, and that the"
                  + " installation is for this platform."));
    }
  }

  /** Levels as ND4J numbers them: 1 plain x86-64, 2 AVX2, 3 AVX-512. */
  private static Finding instructions() {
    NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    String detail =
        "built for "
            + level(ops.binaryLevel())
            + ", this processor has "
            + level(ops.optimalLevel());
    if (!ops.isMinimalRequirementsMet()) {
      return Finding.fault(
          "Instructions", detail, "Build again with -Dnd4j.extension= (nothing after the sign).");
    }
    if (ops.binaryLevel() < 2 && ops.optimalLevel() >= 2) {
      return Finding.warning(
          "Instructions", detail, "Build again with -Dnd4j.extension=-avx2 to be faster.");
    }
    return Finding.good("Instructions", detail);
  }

  private static String level(int level) {
    return switch (level) {
      case 2 -> "AVX2";
      case 3 -> "AVX-512";
      default -> "any processor of this kind";
    };
  }

  /** Why a card is or is not in use. */
  public Finding card() {
    BackendDecision decided = decision.get();
    String detail = decided.sentence();
    if (choice == BackendChoice.CUDA && !decided.card()) {
      return Finding.fault("Graphics card", detail, BackendSelection.refusal(decided).remedy());
    }
    return decided.remedy().isEmpty()
        ? Finding.good("Graphics card", detail)
        : Finding.warning("Graphics card", detail, decided.remedy());
  }

  /** As Maven left it in the jar; the classes themselves carry none. */
  private static String version() {
    String resource = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";
    Properties properties = new Properties();
    try (InputStream in = Nd4j.class.getResourceAsStream(resource)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      // Told below as unknown.
    }
    return properties.getProperty("version", "of unknown version");
  }
}
