package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.run.Cancellation;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackProblem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which tracks. */
final class PathOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, and folders with all that is in them.")
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

  /**
   * What was found.
   *
   * @param tracks in the order found
   * @param problems one failed outcome for each place that could not be listed
   */
  record Found(List<Track> tracks, List<TrackOutcome> problems) {
    int count() {
      return tracks.size() + problems.size();
    }
  }

  /** Lists the tracks; ends early when cancelled. */
  Found find(HostAdapter host, Cancellation cancellation) {
    List<TrackOutcome> problems = new ArrayList<>();
    TrackRequest request =
        new TrackRequest(
            paths,
            include,
            exclude,
            problem ->
                problems.add(
                    TrackOutcome.failed(
                        new Track(problem.path(), problem.path().toString()),
                        TrackProblem.of(problem.error()))));
    try (Stream<Track> tracks = host.tracks(request)) {
      return new Found(tracks.takeWhile(t -> !cancellation.requested()).toList(), problems);
    } catch (PatternSyntaxException e) {
      throw new ParameterException(
          verb.commandLine(),
          "'" + e.getPattern() + "' is no pattern for file names: " + e.getDescription());
    }
  }
}
