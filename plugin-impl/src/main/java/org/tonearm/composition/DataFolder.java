package org.tonearm.composition;

import java.nio.file.Path;
import java.util.Map;
import org.tonearm.correction.CorrectionFile;
import org.tonearm.panel.state.StateFile;

/**
 * Where Tonearm keeps what it must remember.
 *
 * @param root made when first needed
 */
public record DataFolder(Path root) {

  /**
   * The user's: {@code TONEARM_HOME} if set, else the data folder that the system has for programs.
   *
   * @param environment as of {@link System#getenv()}
   * @param userHome the home folder
   * @param osName as of the system property {@code os.name}
   */
  public static DataFolder of(Map<String, String> environment, Path userHome, String osName) {
    String own = environment.getOrDefault("TONEARM_HOME", "");
    if (!own.isEmpty()) {
      return new DataFolder(Path.of(own).toAbsolutePath());
    }
    if (osName.startsWith("Windows") && environment.containsKey("APPDATA")) {
      return new DataFolder(Path.of(environment.get("APPDATA"), "Tonearm"));
    }
    if (osName.startsWith("Mac")) {
      return new DataFolder(userHome.resolve("Library/Application Support/Tonearm"));
    }
    Path xdg = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
    // The base directory specification has relative paths ignored.
    Path data = xdg.isAbsolute() ? xdg : userHome.resolve(".local/share");
    return new DataFolder(data.resolve("tonearm"));
  }

  /** The journal's database. */
  public Path journal() {
    return root.resolve("journal.db");
  }

  /** Models that the user has trained. */
  public Path models() {
    return root.resolve("models");
  }

  /** The index of the library, in the same folder unless the user names another. */
  public Path index() {
    return root.resolve("index.db");
  }

  /** Frames of tracks that were heard. */
  public Path frames() {
    return root.resolve("frames");
  }

  /** How the panel was left. */
  public Path panel() {
    return root.resolve(StateFile.NAME);
  }

  /** What the user corrected. */
  public Path corrections() {
    return root.resolve(CorrectionFile.NAME);
  }
}
