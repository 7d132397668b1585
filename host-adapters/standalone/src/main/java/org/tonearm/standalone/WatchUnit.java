package org.tonearm.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonearm.api.ConfigurationException;
import org.tonearm.watch.ServiceUnit;

/**
 * Writes and removes the systemd user unit, and says how it is started and stopped.
 *
 * @param workplace where it is told
 * @param unit the unit
 * @param environment of this process
 */
record WatchUnit(Workplace workplace, ServiceUnit unit, Map<String, String> environment) {
  private static final List<String> VARIABLES =
      List.of(
          "TONEARM_HOME",
          "TONEARM_JAVA_OPTS",
          "JAVA_HOME",
          "PATH",
          "XDG_CONFIG_HOME",
          "XDG_DATA_HOME");

  static WatchUnit ofUser(Workplace workplace) {
    Path home = Path.of(System.getProperty("user.home"));
    return new WatchUnit(workplace, ServiceUnit.ofUser(System.getenv(), home), System.getenv());
  }

  void install() throws ConfigurationException {
    Map<String, String> needed = new TreeMap<>(environment);
    needed.keySet().retainAll(VARIABLES);
    List<String> command = new ArrayList<>(Launcher.words());
    workplace.arguments().stream()
        .filter(argument -> !argument.equals("--install-service"))
        .forEach(command::add);
    unit.install(command, Path.of("").toAbsolutePath(), needed);
    PrintStream out = workplace.terminal().out();
    out.println("Wrote " + Shown.path(unit.file()) + ". It is not started yet:");
    out.println("  systemctl --user daemon-reload");
    out.println("  systemctl --user enable --now " + ServiceUnit.NAME);
    out.println("To have it run while you are not logged in: loginctl enable-linger");
  }

  void uninstall() throws ConfigurationException {
    PrintStream out = workplace.terminal().out();
    if (!unit.uninstall()) {
      out.println("There is no " + Shown.path(unit.file()) + ".");
      return;
    }
    out.println("Removed " + Shown.path(unit.file()) + ". If it runs, stop it:");
    out.println("  systemctl --user stop " + ServiceUnit.NAME);
    out.println("  systemctl --user daemon-reload");
  }
}
