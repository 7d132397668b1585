package org.tonearm.standalone;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tonearm host NAME refresh}. */
@Command(
    name = "refresh",
    sortOptions = false,
    header = "Ask a music server to look through its library for changed files.",
    description = {
      "",
      "The password or key is read from the environment variable TONEARM_SERVER_SECRET, so that it"
          + " stands in no list of processes and in no history.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm host mpd refresh",
      "  tonearm host navidrome refresh --server http://nas:4533 --user ann",
    })
final class HostRefreshVerb implements Callable<Integer> {
  /** Where the password or key is looked for. */
  static final String SECRET = "TONEARM_SERVER_SECRET";

  private static final int HIGHEST_PORT = 65_535;

  private final Workplace workplace;

  @Spec private CommandSpec spec;

  @ParentCommand private HostVerb host;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Where it answers (default: on this machine, at its usual port).")
  private String address;

  @Option(names = "--user", paramLabel = "NAME", description = "Name to log in with.")
  private String user;

  HostRefreshVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws HostException {
    HostAdapter adapter = host.host();
    Optional<HostServer> server = adapter.server();
    if (server.isEmpty()) {
      workplace.terminal().out().println(Shown.text(adapter.refreshHint()));
      throw new ParameterException(
          spec.commandLine(),
          adapter.displayName() + " is no server that could be asked; do as the line above says.");
    }
    String said =
        server
            .get()
            .refresh(
                new HostServer.Access(
                    address(server.get()),
                    Optional.ofNullable(user),
                    Optional.ofNullable(System.getenv(SECRET)).filter(s -> !s.isEmpty())));
    workplace.terminal().out().println(Shown.text(said));
    return ExitCode.GOOD;
  }

  private URI address(HostServer server) {
    if (address == null) {
      return server.usualAddress();
    }
    try {
      URI uri = new URI(address);
      if (uri.getHost() != null && uri.getPort() <= HIGHEST_PORT) {
        return uri;
      }
      if (uri.getHost() == null && uri.getAuthority() != null && uri.getAuthority().contains("_")) {
        throw new ParameterException(
            spec.commandLine(),
            "'"
                + address
                + "': a name with '_' can't be looked up by Java; give the server's address in"
                + " numbers, or another name of it.");
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw new ParameterException(
        spec.commandLine(),
        "'" + address + "' is no address of a server, such as " + server.usualAddress() + ".");
  }
}
