package org.tonearm.doctor;

import java.util.ArrayList;
import java.util.List;

/** Runs all checks, one after the other; one that throws becomes a fault of its own. */
public final class Doctor {

  /** Looks at one side of the installation. */
  @FunctionalInterface
  public interface Check {
    /** What was found, at least one finding. */
    List<Finding> look();
  }

  private final List<Check> checks;

  /**
   * @param checks in the order in which their findings are told
   */
  public Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** Looks at everything. May take seconds: natives are unpacked and loaded. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks) {
      try {
        findings.addAll(check.look());
      } catch (RuntimeException | LinkageError e) {
        findings.add(
            Finding.fault(
                check.getClass().getSimpleName(),
                "could not be examined: " + e,
                "Please report this, with what stands here."));
      }
    }
    return findings;
  }
}
