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
 * @param next what the user does once the files are there, as a sentence a line; where it names the
 *     folder of plugins, it does so in full
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record HostPlugin(Path plugins, String name, Map<String, String> files, String next) {
  /**
   * Name of the file that is written beside the plugin's own: the words of the command that starts
   * Tonearm, as a JSON array of strings in an object, under {@link #MARK}.
   */
  public static final String COMMAND = "command.json";

  /** Key of the command in its file. A folder without it is not Tonearm's. */
  public static final String MARK = "tonearm";

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

  /** The same in another folder of plugins, which the next step then names in place of this one. */
  public HostPlugin in(Path other) {
    return new HostPlugin(other, name, files, next.replace(plugins.toString(), other.toString()));
  }
}
