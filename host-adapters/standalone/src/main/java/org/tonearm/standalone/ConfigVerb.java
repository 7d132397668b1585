package org.tonearm.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.configuration.Configuration;
import org.tonearm.configuration.Configurations;
import org.tonearm.configuration.Effective;
import org.tonearm.configuration.ExampleFile;
import org.tonearm.configuration.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tonearm config}. */
@Command(
    name = "config",
    sortOptions = false,
    header = "Show the settings that hold, and where each comes from.",
    footer = {
      "",
      "Examples:",
      "  tonearm config                             every setting, its value, who set it",
      "  tonearm config --example > tonearm.toml    a file to start from",
      "  tonearm config --check tonearm.toml        is it right? All faults at once",
    })
final class ConfigVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private ConfigurationOption configuration;

  @Option(
      names = "--example",
      description = "Print a configuration file with every setting, its meaning and its default.")
  private boolean example;

  @Option(
      names = "--check",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "FILE",
      description = "Only say whether a file is right (default: the one that holds).")
  private String check;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ConfigVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException {
    PrintStream out = workplace.terminal().out();
    if (example) {
      out.print(ExampleFile.text());
      return ExitCode.GOOD;
    }
    boolean named = check != null && !check.isEmpty();
    Optional<Path> file = named ? Optional.of(Path.of(check)) : configuration.file(workplace);
    Configuration holds =
        Configurations.load(file, workplace.host().id(), workplace.host().profile(), Map.of());
    if (json) {
      out.println(json(file, holds));
    } else if (check != null) {
      out.println(
          file.map(f -> Shown.path(f) + ": all well.")
              .orElse(
                  "There is no " + Shown.path(workplace.configuration()) + ": nothing to check."));
    } else {
      show(file, holds, out);
    }
    return ExitCode.GOOD;
  }

  private void show(Optional<Path> file, Configuration holds, PrintStream out) {
    out.println(
        file.map(f -> "# " + Shown.path(f))
            .orElse("# " + Shown.path(workplace.configuration()) + " (not there: defaults hold)"));
    int widest = 1;
    for (Effective setting : holds.effective()) {
      widest = Math.max(widest, setting.key().length());
    }
    for (Effective setting : holds.effective()) {
      out.printf(
          Locale.ROOT,
          "%-" + widest + "s = %s  # %s%n",
          Shown.text(setting.key()),
          Shown.text(setting.value()),
          Shown.text(setting.origin().text()));
    }
  }

  private static String json(Optional<Path> file, Configuration holds) {
    ObjectNode all = new ObjectMapper().createObjectNode();
    all.put("file", file.map(Path::toString).orElse(null));
    for (Effective setting : holds.effective()) {
      ObjectNode one = all.withArray("settings").addObject();
      one.put("key", setting.key()).put("value", setting.value());
      one.put("origin", word(setting.origin()));
      if (setting.origin() instanceof Origin.InFile place) {
        one.put("line", place.line());
      }
    }
    return all.toString();
  }

  private static String word(Origin origin) {
    return origin instanceof Origin.InFile ? "file" : origin.text();
  }
}
