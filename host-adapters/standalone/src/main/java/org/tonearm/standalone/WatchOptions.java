package org.tonearm.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.configuration.Configuration;
import org.tonearm.watch.Watch;
import org.tonearm.watch.WatchFilter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is watched, and how. What is not given here, the configuration says. */
final class WatchOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Folders; all that is in them is watched.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      description = "How long a file must be still before it is taken for whole (default: 5s).")
  private String settle;

  @Option(
      names = "--poll",
      paramLabel = "auto|SECONDS",
      description = {
        "auto: the system tells what arrives; network drives are looked through every 60 s"
            + " (default).",
        "SECONDS: look through all folders so often."
      })
  private String poll;

  @Option(
      names = "--quiet-hours",
      paramLabel = "FROM-TO",
      description = "Hours in which no file is begun, such as 22:00-07:00.")
  private String quietHours;

  @Option(
      names = "--status-port",
      paramLabel = "off|PORT",
      description =
          "Show the status to the browser on this computer, at http://localhost:PORT (default:"
              + " off).")
  private String statusPort;

  @Mixin private NamePatterns names;

  /** As settings. */
  Choices choices() {
    boolean bare = poll != null && poll.matches("[0-9]+");
    return new Choices()
        .with("--settle", settle, "watch.settle")
        .with("--poll", bare ? poll + " s" : poll, "watch.poll")
        .with("--quiet-hours", quietHours, "watch.quiet-hours")
        .with("--status-port", statusPort, "watch.status-port");
  }

  /**
   * The folders, absolute.
   *
   * @throws ParameterException if there are none, or a file is among them
   */
  List<Path> folders() {
    if (paths.isEmpty()) {
      throw new ParameterException(verb.commandLine(), "Give the folders that are to be watched.");
    }
    for (Path path : paths) {
      if (Files.isRegularFile(path)) {
        throw new ParameterException(
            verb.commandLine(), "'" + path + "' is a file; only folders can be watched.");
      }
    }
    return paths.stream().map(path -> path.toAbsolutePath().normalize()).distinct().toList();
  }

  /** How to watch. */
  Watch.Settings settings(Configuration.Watch holds) {
    List<Path> folders = folders();
    return names.with(
        verb,
        (include, exclude) ->
            new Watch.Settings(folders, include, exclude, holds.settle(), holds.quiet()));
  }

  /** Which files are taken. */
  WatchFilter filter(Configuration.Watch holds) {
    return names.with(
        verb, (include, exclude) -> new WatchFilter(include, exclude, holds.doNotTouch()));
  }
}
