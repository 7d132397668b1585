package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.PatternSyntaxException;
import org.tonearm.api.host.TrackRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which files, by their names: a part of the options of every verb that lists files. */
final class NamePatterns {
  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Only files whose name matches, such as '*.mp3'. May be given several times.")
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "No files whose name matches. May be given several times.")
  private List<String> exclude = new ArrayList<>();

  /** Begins to list the tracks of these places; all that the host has, where there are none. */
  FoundTracks find(CommandSpec verb, Workplace workplace, List<Path> paths) {
    return with(
        verb,
        (included, excluded) ->
            FoundTracks.of(
                workplace.host(),
                new TrackRequest(paths, included, excluded, problem -> {}),
                workplace.cancellation(),
                workplace.terminal().interactive()));
  }

  /**
   * Makes something of the patterns to include and to exclude.
   *
   * @throws ParameterException if one of them is no glob
   */
  <T> T with(CommandSpec verb, BiFunction<List<String>, List<String>, T> use) {
    try {
      return use.apply(include, exclude);
    } catch (PatternSyntaxException e) {
      throw new ParameterException(
          verb.commandLine(),
          "'" + e.getPattern() + "' is no pattern for file names: " + e.getDescription());
    }
  }
}
