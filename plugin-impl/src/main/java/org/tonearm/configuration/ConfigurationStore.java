package org.tonearm.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.tag.TagProfile;

/**
 * The configuration file on the disk. Written as a copy beside it that takes its place whole: a
 * kill leaves the old file or the new one. A link stays a link. Thread-safe.
 *
 * @param file need not exist
 * @param host id of the host
 * @param profile of the host
 */
public record ConfigurationStore(Path file, String host, TagProfile profile) {

  /**
   * Reads it as it is now.
   *
   * @throws ConfigurationException {@code no-configuration} if it is there and can't be read
   */
  public ConfigurationSheet read() throws ConfigurationException {
    return ConfigurationSheet.of(file, text(), host, profile);
  }

  /** Whether the file says something else by now; false if that can't be told. */
  public boolean changedSince(ConfigurationSheet sheet) {
    try {
      return !text().equals(sheet.text());
    } catch (ConfigurationException e) {
      return false;
    }
  }

  /**
   * Puts a sheet in the place of another one.
   *
   * @param before what the file says
   * @param after what it shall say
   * @throws ConfigurationException {@code configuration-changed} if the file says something else by
   *     now, {@code configuration-io} if it can't be written
   */
  public void write(ConfigurationSheet before, ConfigurationSheet after)
      throws ConfigurationException {
    if (!text().equals(before.text())) {
      throw new ConfigurationException(
          "configuration-changed",
          file + " was changed by another program just now; nothing was written.",
          "Look at what it says now, and try again.");
    }
    try {
      WholeFile.write(file, after.text().orElse(""));
    } catch (IOException e) {
      throw new ConfigurationException(
          "configuration-io",
          file + ": the configuration can't be written: " + e,
          "See that you may write there, and that the disk has room.",
          e);
    }
  }

  private Optional<String> text() throws ConfigurationException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      throw unreadable("it is not in UTF-8", e);
    } catch (IOException e) {
      throw unreadable(e.toString(), e);
    }
  }

  private ConfigurationException unreadable(String why, IOException e) {
    return new ConfigurationException(
        "no-configuration",
        file + ": the configuration can't be read: " + why + ".",
        "Make it readable, or move it away.",
        e);
  }
}
