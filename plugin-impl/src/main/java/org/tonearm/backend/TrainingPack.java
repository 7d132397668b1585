package org.tonearm.backend;

import org.tonearm.api.ConfigurationException;

/**
 * ND4J and Deeplearning4j, by which networks are trained. Listening, learning and tagging do
 * without them, so an installed Tonearm has them as a pack of its own. Thread-safe.
 *
 * @param installed whether they are on the class path
 */
public record TrainingPack(boolean installed) {
  /** What a user without the pack has to do. */
  public static final String REMEDY =
      "Unpack the training pack into the folder of the installation, as docs/install.md says"
          + " (a build from sources has it already).";

  private static final String KNOWN_BY = "org/nd4j/linalg/factory/Nd4j.class";

  /** Of this class path; no native library is touched. */
  public static TrainingPack ofThisComputer() {
    return new TrainingPack(TrainingPack.class.getClassLoader().getResource(KNOWN_BY) != null);
  }

  /** Whether an error comes of a part that only the pack has. */
  public static boolean isMissingIn(LinkageError error) {
    String message = String.valueOf(error.getMessage());
    return !ofThisComputer().installed()
        && (message.contains("org/nd4j/") || message.contains("org/deeplearning4j/"));
  }

  /**
   * Asks for it.
   *
   * @param command what needs it, such as {@code train}
   * @throws ConfigurationException {@code no-training-pack} if it is not installed
   */
  public void demand(String command) throws ConfigurationException {
    if (!installed) {
      throw missing("'tonearm " + command + "'");
    }
  }

  /** That something can't be done without the pack. */
  public static ConfigurationException missing(String what) {
    return new ConfigurationException(
        "no-training-pack", what + " needs the training pack, which is not installed.", REMEDY);
  }
}
