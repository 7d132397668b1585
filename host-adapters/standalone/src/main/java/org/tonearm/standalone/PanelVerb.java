package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonearm panel}. What shows windows is loaded only when it runs. */
@Command(
    name = "panel",
    sortOptions = false,
    sortSynopsis = false,
    header = "Open a window to listen to tracks, look at what would be written, and write it.",
    description = {
      "",
      "Nothing is written before you accept it. The window goes by the same configuration file as"
          + " the command line, and its writes stand in the same history.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tonearm panel",
      "  tonearm panel ~/Music --theme dark",
      "  tonearm panel --language de",
      "  tonearm panel --pictures screenshots",
    })
final class PanelVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders to begin with.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--theme",
      paramLabel = "system|light|dark",
      description =
          "Colours of the window (default: as chosen in its settings, at first as the desktop has"
              + " them).")
  private String theme;

  @Option(
      names = "--language",
      paramLabel = "en|de",
      description =
          "Language of the window (default: as chosen in its settings, at first the system's).")
  private String language;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description =
          "Open no window: paint each view, light and dark, in each language, on made-up tracks,"
              + " as PNG files in this folder.")
  private Path pictures;

  @Mixin private ConfigurationOption configuration;

  PanelVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, InterruptedException {
    if (theme != null && !List.of("system", "light", "dark").contains(theme)) {
      throw new ParameterException(
          spec.commandLine(), "--theme is system, light or dark, not '" + theme + "'.");
    }
    if (pictures != null) {
      int painted = PanelPictures.paint(pictures);
      workplace.terminal().out().println(painted + " pictures in " + Shown.path(pictures));
      return ExitCode.GOOD;
    }
    return new PanelStart(
            workplace,
            new PanelWork(workplace, configuration),
            new PanelSettings(workplace, configuration))
        .open(paths, Optional.ofNullable(theme), Optional.ofNullable(language));
  }
}
