package org.tonearm.configuration;

import java.util.List;
import java.util.stream.Collectors;
import org.tonearm.api.TonearmException;

/** The configuration has faults. All of them are in here. Code: {@code configuration}. */
public final class FaultyConfigurationException extends TonearmException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /**
   * @param faults at least one
   */
  public FaultyConfigurationException(List<Fault> faults) {
    super(
        "configuration",
        faults.stream().map(Fault::text).collect(Collectors.joining(" ")),
        "Correct the configuration; 'tonearm config --example' shows every setting.",
        null);
    this.faults = List.copyOf(faults);
  }

  /** The faults, in the order of the file. */
  public List<Fault> faults() {
    return faults;
  }

  /** True if all of them are in options, none in the file. */
  public boolean inOptionsOnly() {
    return faults.stream().allMatch(fault -> fault.origin() instanceof Origin.Option);
  }
}
