package org.tonearm.standalone;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tonearm.api.host.HostAdapter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonearm host}: one of the programs that {@code tonearm hosts} lists. */
@Command(
    name = "host",
    synopsisSubcommandLabel = "scan|tag|export|install|refresh|doctor",
    header = "Work with the library of a music program: list it, tag it, export it, look it over.",
    footer = {
      "",
      "Examples:",
      "  tonearm hosts                                     which programs there are",
      "  tonearm host traktor tag --dry-run",
      "  tonearm host rekordbox export --library old.xml -o new.xml",
      "  tonearm host beets install                        its plugin",
    },
    subcommands = {
      HostScanVerb.class,
      HostTagVerb.class,
      HostExportVerb.class,
      HostInstallVerb.class,
      HostRefreshVerb.class,
      HostDoctorVerb.class,
    })
final class HostVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The program, as 'tonearm hosts' names it.")
  private String name;

  HostVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with it: scan, tag, export, install, refresh or doctor.");
  }

  /** The program of that name. */
  HostAdapter host() {
    return workplace.hosts().stream()
        .filter(host -> host.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "'"
                        + name
                        + "' is no program that is known: it is one of "
                        + workplace.hosts().stream()
                            .map(HostAdapter::id)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
