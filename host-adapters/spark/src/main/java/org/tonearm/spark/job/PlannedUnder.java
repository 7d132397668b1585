package org.tonearm.spark.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tonearm.api.ConfigurationException;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.schema.Output;

/** The configuration that a plan was made under, kept beside it: what is written goes by it too. */
final class PlannedUnder {
  private PlannedUnder() {}

  /** Keeps it, before the plan of a run is there. */
  static void keep(Output output, String run, JobSettings settings) throws IOException {
    output.write(place(run), settings.toml());
  }

  /**
   * The settings to write a plan by: those it was made under, or, with a plan of an older version
   * that kept none, those that are given.
   *
   * @param given the configuration file that was named
   * @throws ConfigurationException {@code configuration} if that is another one
   */
  static JobSettings of(Output output, String run, JobSettings settings, Optional<Path> given)
      throws IOException, ConfigurationException {
    Optional<String> kept = output.read(place(run));
    if (kept.isEmpty() || kept.get().equals(settings.toml())) {
      return settings;
    }
    if (given.isPresent()) {
      throw new ConfigurationException(
          "configuration",
          given.get() + ": the plan of run " + run + " was made with another configuration.",
          "Leave out --config: a plan is written as it was made. Or plan again with this one.");
    }
    return new JobSettings(
        kept.get(), settings.options(), settings.models(), settings.hadoop(), settings.program());
  }

  private static String place(String run) {
    return "planned-under/" + run + ".toml";
  }
}
