package org.tonearm.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tonearm hosts}. */
@Command(
    name = "hosts",
    header = "List the programs whose libraries can be tagged, and where these were found.",
    footer = {"", "Examples:", "  tonearm hosts", "  tonearm host rekordbox scan"})
final class HostsVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Option(names = "--json", description = "Print JSON Lines: one object a host.")
  private boolean json;

  HostsVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    PrintStream out = workplace.terminal().out();
    for (HostAdapter host : workplace.hosts()) {
      HostLibrary library = library(host);
      if (json) {
        out.print(new ObjectMapper().writeValueAsString(object(host, library)) + "\n");
      } else {
        tell(host, library, out);
      }
    }
    return ExitCode.GOOD;
  }

  /** A host that fails does not keep the others from being listed. */
  private static HostLibrary library(HostAdapter host) {
    try {
      return host.library();
    } catch (RuntimeException e) {
      return new HostLibrary(
          HostLibrary.Support.UNSUPPORTED, Optional.empty(), "", "It can't be read: " + e);
    }
  }

  private static void tell(HostAdapter host, HostLibrary library, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-11s %-26s %s%n",
        host.id(),
        host.displayName(),
        word(library).replace('-', ' ')
            + (library.version().isEmpty() ? "" : " (" + Shown.text(library.version()) + ")"));
    library.place().ifPresent(place -> out.println("            " + Shown.path(place)));
    out.println("            " + Shown.text(library.reason()));
  }

  private static ObjectNode object(HostAdapter host, HostLibrary library) {
    ObjectNode object =
        new ObjectMapper()
            .createObjectNode()
            .put("id", host.id())
            .put("name", host.displayName())
            .put("support", word(library))
            .put("place", library.place().map(Object::toString).orElse(null))
            .put("version", library.version())
            .put("reason", library.reason());
    host.ways().stream()
        .sorted()
        .forEach(way -> object.withArray("ways").add(way.name().toLowerCase(Locale.ROOT)));
    return object;
  }

  private static String word(HostLibrary library) {
    return library.support().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
