package org.tonearm.standalone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.network.Cell;
import org.tonearm.model.training.EnsembleRecipe;
import org.tonearm.model.training.NetworkRecipe;
import picocli.CommandLine.Option;

/** Options of the networks that {@code train} and {@code evaluate} train. */
final class NetworkOptions {
  @Option(
      names = "--cell",
      paramLabel = "CELL",
      split = ",",
      defaultValue = "indrnn",
      description =
          "What the recurrent layers are made of: indrnn, as shipped for genre and mood (default),"
              + " lstm, or gru on convolutions, as shipped for the clusters. With indrnn,gru both"
              + " kinds are trained and heard together.")
  private List<Cell> cells;

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
          "Networks of a kind that are trained from different first weights and heard together"
              + " (default: as shipped).")
  private Integer networks;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the training clips (default: as shipped).")
  private Integer epochs;

  /** How the networks are trained, kind by kind. */
  List<EnsembleRecipe> recipes() throws ConfigurationException {
    boolean convolutions = cells.contains(Cell.GRU);
    if (cells.size() > (convolutions ? 2 : 1) || Collections.frequency(cells, Cell.GRU) > 1) {
      throw new ConfigurationException(
          "option",
          "--cell names networks that can't be heard together",
          "Name one of indrnn and lstm, or gru, or one of the two and gru.");
    }
    if (cells.size() > 1 && (width != null || window != null)) {
      throw new ConfigurationException(
          "option",
          (width != null ? "--width" : "--window") + " is of one kind of network",
          "Name one kind alone with --cell: indrnn, lstm or gru.");
    }
    List<EnsembleRecipe> recipes = new ArrayList<>();
    for (Cell cell : cells) {
      EnsembleRecipe kind = EnsembleRecipe.of(cell);
      recipes.add(
          new EnsembleRecipe(
              changed(kind.network()),
              given("--networks", networks, kind.count(), ModelFolder.MOST_NETWORKS)));
    }
    if (recipes.stream().mapToInt(EnsembleRecipe::count).sum() > ModelFolder.MOST_NETWORKS) {
      throw new ConfigurationException(
          "option",
          "--networks asks for more than " + ModelFolder.MOST_NETWORKS + " networks of all kinds",
          "Give a smaller number.");
    }
    return recipes;
  }

  private NetworkRecipe changed(NetworkRecipe kind) throws ConfigurationException {
    return kind.withSize(
            given("--width", width, kind.width(), 4096),
            given("--window", window, kind.windowFrames(), longest(kind)))
        .withEpochs(given("--epochs", epochs, kind.epochs(), 10_000));
  }

  /** Pictures of so many frames fill the memory of a batch. */
  private static int longest(NetworkRecipe kind) {
    return kind.cell() == Cell.GRU ? 1000 : 10_000;
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
