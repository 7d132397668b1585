package org.tonearm.backend;

import java.util.Objects;

/**
 * A graphics card.
 *
 * @param name as its driver tells it
 * @param major first number of its compute capability, 0 if the driver does not tell
 * @param minor second number, 0 to 9
 */
public record Card(String name, int major, int minor) {
  /** Checks that there is a name. */
  public Card {
    Objects.requireNonNull(name);
  }

  /** Ten times the compute capability, so that 8.6 is 86; 0 if it is not known. */
  int capability() {
    return 10 * major + minor;
  }

  /** Its name and capability. */
  @Override
  public String toString() {
    return name + (major == 0 ? "" : " (compute capability " + major + "." + minor + ")");
  }
}
