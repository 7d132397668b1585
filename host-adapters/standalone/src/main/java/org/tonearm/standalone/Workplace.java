package org.tonearm.standalone;

import java.util.List;
import java.util.function.Supplier;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.composition.Composition;
import org.tonearm.run.Cancellation;

/**
 * What every verb works with.
 *
 * @param terminal where output goes
 * @param host the library
 * @param composition puts the parts together when a verb needs them; the verb closes it
 * @param cancellation requested when the user interrupts
 * @param arguments the command line, as the journal records it
 */
public record Workplace(
    Terminal terminal,
    HostAdapter host,
    Supplier<Composition> composition,
    Cancellation cancellation,
    List<String> arguments) {
  /** Copies the list. */
  public Workplace {
    arguments = List.copyOf(arguments);
  }

  /** The command line in one line. */
  String commandLine() {
    return "tonearm " + String.join(" ", arguments);
  }
}
