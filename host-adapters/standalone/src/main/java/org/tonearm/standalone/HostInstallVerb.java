package org.tonearm.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tonearm host NAME install}. */
@Command(
    name = "install",
    header = "Put Tonearm's plugin where a program looks for its plugins, or take it away.",
    description = {
      "",
      "Nothing else of the program is changed; the last lines say how the plugin is switched on.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm host beets install",
      "  tonearm host picard install --remove",
    })
final class HostInstallVerb implements Callable<Integer> {
  private final Workplace workplace;

  @ParentCommand private HostVerb host;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "The program's folder of plugins (default: the usual one).")
  private Path into;

  @Option(names = "--remove", description = "Take the plugin away.")
  private boolean remove;

  HostInstallVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws HostException {
    HostPlugin plugin = plugin(host.host());
    PluginFolder folder = new PluginFolder(plugin);
    PrintStream out = workplace.terminal().out();
    String place = Shown.path(plugin.folder());
    if (!remove) {
      folder.install(Launcher.words());
      out.println("Wrote " + place + ".");
      plugin.next().lines().forEach(line -> out.println("  " + line));
    } else if (folder.remove()) {
      out.println("Removed " + place + ".");
    } else {
      out.println("There is no " + place + ".");
    }
    return ExitCode.GOOD;
  }

  private HostPlugin plugin(HostAdapter adapter) throws HostException {
    HostPlugin plugin =
        adapter
            .plugin()
            .orElseThrow(
                () ->
                    new HostException(
                        "no-plugin",
                        adapter.displayName() + ": Tonearm has no plugin for this program.",
                        "'tonearm host " + adapter.id() + " tag' tags its files."));
    return into == null ? plugin : plugin.in(into.toAbsolutePath());
  }
}
