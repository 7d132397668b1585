package org.tonearm.api.host;

import java.util.Locale;
import org.tonearm.api.Stability;

/** The kind of operating system, as far as hosts keep their libraries in different places on it. */
@Stability(Stability.Level.EXPERIMENTAL)
public enum HostSystem {
  /** Windows. */
  WINDOWS,
  /** macOS. */
  MACOS,
  /** Linux, and what else looks like Unix. */
  LINUX;

  /**
   * By the name that Java gives the system.
   *
   * @param name the property {@code os.name}
   */
  public static HostSystem of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("windows")) {
      return WINDOWS;
    }
    return lower.contains("mac") ? MACOS : LINUX;
  }
}
