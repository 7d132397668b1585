package org.tonearm.standalone;

import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.planfile.PlanFilter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which part of a plan. */
final class PlanFilterOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Option(
      names = "--field",
      paramLabel = "FIELD",
      split = ",",
      description = "Only changes of these fields, such as genre.")
  private Set<TagField> fields = new LinkedHashSet<>();

  @Option(
      names = "--value",
      paramLabel = "TEXT",
      description = "Only changes that write this genre or mood. May be given several times.")
  private List<String> values = new ArrayList<>();

  @Option(
      names = "--path",
      paramLabel = "GLOB",
      description =
          "Only files whose name or whole path matches, such as '*.mp3' or '/music/jazz/**'. May be"
              + " given several times.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--min-score",
      paramLabel = "P",
      description = "Only changes whose label was told with at least this probability, 0 to 1.")
  private double leastScore;

  /**
   * The filter.
   *
   * @param statuses words of the statuses that pass; empty for all
   */
  PlanFilter filter(Set<String> statuses) {
    if (!(leastScore >= 0 && leastScore <= 1)) {
      throw new ParameterException(
          verb.commandLine(), "--min-score must be from 0 to 1, not " + leastScore + ".");
    }
    return new PlanFilter(
        statuses, fields, values, paths.stream().map(this::matcher).toList(), Set.of(), leastScore);
  }

  private PathMatcher matcher(String glob) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw new ParameterException(
          verb.commandLine(), "'" + glob + "' is no pattern for paths: " + e.getDescription());
    }
  }
}
