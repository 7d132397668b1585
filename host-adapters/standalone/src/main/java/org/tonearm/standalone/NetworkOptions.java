package org.tonearm.standalone;

import org.tonearm.api.ConfigurationException;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.network.Cell;
import org.tonearm.model.training.NetworkRecipe;
import org.tonearm.model.training.TrainingSettings;
import picocli.CommandLine.Option;

/** Options of the networks that {@code train} and {@code evaluate} train. */
final class NetworkOptions {
  @Option(
      names = "--cell",
      paramLabel = "CELL",
      defaultValue = "indrnn",
      description = "What the recurrent layers are made of: indrnn, as shipped, or lstm.")
  private Cell cell;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Units of each recurrent layer (default: as shipped).")
  private Integer width;

  @Option(
      names = "--window",
      paramLabel = "FRAMES",
      description = "Frames of 0.19 s that a network hears at a time (default: as shipped).")
  private Integer window;

  @Option(
      names = "--networks",
      paramLabel = "N",
      description =
          "Networks that are trained from different first weights and heard together (default: as"
              + " shipped).")
  private Integer networks;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the training clips (default: as shipped).")
  private Integer epochs;

  /** How each network is trained. */
  NetworkRecipe recipe() throws ConfigurationException {
    NetworkRecipe shipped = NetworkRecipe.SHIPPED;
    return shipped
        .withTrunk(
            cell,
            given("--width", width, shipped.width(), 4096),
            given("--window", window, shipped.windowFrames(), 10_000))
        .withEpochs(given("--epochs", epochs, shipped.epochs(), 10_000));
  }

  /** How many are trained. */
  int count() throws ConfigurationException {
    return given(
        "--networks", networks, TrainingSettings.SHIPPED_NETWORKS, ModelFolder.MOST_NETWORKS);
  }

  private static int given(String option, Integer value, int shipped, int most)
      throws ConfigurationException {
    if (value == null) {
      return shipped;
    }
    TrainingOptions.check(option, value, 1, most);
    return value;
  }
}
