package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.tonearm.api.host.TrackRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which tracks of a program's library. */
final class HostTracksOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Only tracks that lie here: files, and folders with all that is in them.")
  private List<Path> paths = new ArrayList<>();

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

  /** Begins to list the tracks. */
  FoundTracks find(Workplace workplace) {
    try {
      return FoundTracks.of(
          workplace.host(),
          new TrackRequest(paths, include, exclude, problem -> {}),
          workplace.cancellation(),
          workplace.terminal().interactive());
    } catch (PatternSyntaxException e) {
      throw new ParameterException(
          verb.commandLine(),
          "'" + e.getPattern() + "' is no pattern for file names: " + e.getDescription());
    }
  }
}
