package org.tonearm.spark.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Options that say what is heard or planned: a stage that comes later must not pass over them. */
final class Planning {
  private static final List<String> OPTIONS =
      List.of(
          "--fields",
          "--genre-model",
          "--mood-model",
          "--excerpts",
          "--subgenres",
          "--policy",
          "--min-genre",
          "--min-mood",
          "--force-partial");

  private Planning() {}

  /**
   * Refuses them.
   *
   * @param spec of a stage that writes what was planned, or takes it back
   * @throws ParameterException if one was given
   */
  static void refuse(CommandSpec spec) {
    ParseResult given = spec.commandLine().getParseResult();
    for (String option : OPTIONS) {
      if (given.hasMatchedOption(option)) {
        throw new ParameterException(
            spec.commandLine(),
            option
                + " has no meaning here: '"
                + spec.name()
                + "' goes by what was planned. Give it to 'plan', and plan again.");
      }
    }
  }
}
