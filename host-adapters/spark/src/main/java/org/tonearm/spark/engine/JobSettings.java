package org.tonearm.spark.engine;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.configuration.Configurations;
import org.tonearm.configuration.Given;
import org.tonearm.configuration.RunSettings;

/**
 * All that executors must know, in a form that can be sent to them: once each, as a broadcast.
 *
 * @param toml the configuration file's text; "" for none
 * @param options texts of options, by the full key of their setting
 * @param models files of the user's own models, by their paths below the folder of models
 * @param hadoop settings of Hadoop that differ from the usual ones
 * @param program name and version of this program
 */
public record JobSettings(
    String toml,
    Map<String, String> options,
    Map<String, byte[]> models,
    Map<String, String> hadoop,
    String program)
    implements Serializable {
  /** The host, as the configuration file names it. */
  public static final String HOST = "spark";

  /** Copies the maps. */
  public JobSettings {
    options = new TreeMap<>(options);
    models = new TreeMap<>(models);
    hadoop = new TreeMap<>(hadoop);
  }

  /**
   * Read and checked.
   *
   * @throws TonearmException if there are faults in them
   */
  public RunSettings read() throws TonearmException {
    Map<String, Given> given = new LinkedHashMap<>();
    options.forEach((key, text) -> given.put(key, Configurations.option(key, key, text)));
    try {
      Optional<Path> file = Optional.empty();
      if (!toml.isEmpty()) {
        file = Optional.of(Files.createTempFile("tonearm-cluster", ".toml"));
        Files.writeString(file.get(), toml);
      }
      try {
        return new RunSettings(
            Configurations.load(file, HOST, TagProfile.DEFAULT, given),
            TagProfile.DEFAULT,
            program);
      } finally {
        if (file.isPresent()) {
          Files.deleteIfExists(file.get());
        }
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "cluster-folder",
          "the configuration can't be laid down in " + System.getProperty("java.io.tmpdir"),
          "See that this folder of the executor can be written to.",
          e);
    }
  }

  /** The same with other settings of Hadoop. */
  public JobSettings withHadoop(Map<String, String> other) {
    return new JobSettings(toml, options, models, other, program);
  }

  /** A short text that is another one for other settings. */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(toml.getBytes(StandardCharsets.UTF_8));
      digest.update(options.toString().getBytes(StandardCharsets.UTF_8));
      models.forEach(
          (path, bytes) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
