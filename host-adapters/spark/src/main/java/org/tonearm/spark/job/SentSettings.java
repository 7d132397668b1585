package org.tonearm.spark.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.composition.DataFolder;
import org.tonearm.configuration.Configurations;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.engine.ShippedModels;

/** Settings as executors are sent them: with the text of files that lie on this machine alone. */
final class SentSettings {
  private SentSettings() {}

  /**
   * Reads the configuration and the models of one's own that it names.
   *
   * @throws TonearmException if the settings have faults or can't be read, or name a model that is
   *     not there
   */
  static JobSettings of(JobRequest request) throws TonearmException, IOException {
    if (request.configuration().isPresent()) {
      // Faults are told with the name of the file as it was given.
      Configurations.load(request.configuration(), JobSettings.HOST, TagProfile.DEFAULT, Map.of());
    }
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
