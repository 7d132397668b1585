package org.tonearm.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.tonearm.backend.BackendChoice;
import org.tonearm.backend.BackendDecision;
import org.tonearm.backend.BackendSelection;

/** What computes the networks, and why not something faster. */
public final class BackendCheck implements Doctor.Check {
  private final Supplier<BackendDecision> decision;
  private final BackendChoice choice;

  /**
   * @param decision says whether a card is used
   * @param choice what the configuration asks for
   */
  public BackendCheck(Supplier<BackendDecision> decision, BackendChoice choice) {
    this.decision = decision;
    this.choice = choice;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    try {
      String backend = Nd4j.getBackend().getClass().getSimpleName();
      findings.add(Finding.good("Backend", "ND4J " + version() + ", " + backend));
      findings.add(instructions());
    } catch (LinkageError | RuntimeException e) {
      findings.add(
          Finding.fault(
              "Backend",
              "ND4J does not load here: " + e,
              "Check that ~/.javacpp is writable and has some 500 MB of room, and that the"
                  + " installation is for this platform."));
    }
    findings.add(card());
    return findings;
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
