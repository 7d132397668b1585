package org.tonearm.spark.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.DataFolder;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.engine.ShippedModels;

/** Settings as executors are sent them: with the text of files that lie on this machine alone. */
final class SentSettings {
  private SentSettings() {}

  /**
   * Reads the configuration and the models of one's own that it names.
   *
   * @throws TonearmException if the settings have faults, or name a model that is not there
   */
  static JobSettings of(JobRequest request) throws TonearmException, IOException {
    String toml =
        request.configuration().isPresent() ? Files.readString(request.configuration().get()) : "";
    JobSettings plain =
        new JobSettings(toml, request.options(), Map.of(), Map.of(), ProgramName.text());
    DataFolder data =
        DataFolder.of(
            System.getenv(),
            Path.of(System.getProperty("user.home")),
            System.getProperty("os.name"));
    return new JobSettings(
        toml,
        request.options(),
        ShippedModels.of(data.models(), plain.read().configuration().models().values()),
        Map.of(),
        plain.program());
  }
}
