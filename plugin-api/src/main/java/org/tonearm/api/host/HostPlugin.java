package org.tonearm.api.host;

import java.nio.file.Path;
import java.util.Map;
import org.tonearm.api.Stability;

/**
 * A plugin of Tonearm's that a host loads from a folder. Immutable and thread-safe.
 *
 * @param plugins the folder of the user's plugins in which the host, or its configuration, looks on
 *     this machine; need not exist
 * @param name of the folder that holds this plugin there
 * @param files text by name, without folders; {@link #COMMAND} is written beside them
 * @param next what the user does once the files are there, as a sentence a line
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record HostPlugin(Path plugins, String name, Map<String, String> files, String next) {
  /**
   * Name of the file that is written beside the plugin's own: the words of the command that starts
   * Tonearm, as a JSON array of strings.
   */
  public static final String COMMAND = "command.json";

  /** Copies the map, and checks that names are plain. */
  public HostPlugin {
    files = Map.copyOf(files);
    if (files.isEmpty() || files.containsKey(COMMAND) || next.isBlank()) {
      throw new IllegalArgumentException("a plugin has files of its own, and a next step");
    }
    if (!name.matches("[a-z]+") || !files.keySet().stream().allMatch(f -> f.matches("[\\w.]+"))) {
      throw new IllegalArgumentException("folder and files of a plugin have plain names");
    }
  }

  /** Where its files lie once they are installed. */
  public Path folder() {
    return plugins.resolve(name);
  }

  /** The same in another folder of plugins. */
  public HostPlugin in(Path other) {
    return new HostPlugin(other, name, files, next);
  }
}
