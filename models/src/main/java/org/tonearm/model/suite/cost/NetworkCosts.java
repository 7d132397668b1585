package org.tonearm.model.suite.cost;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.tonearm.model.network.paper.PaperNetwork;

/**
 * Costs of networks that were measured one after the other on one computer. Immutable.
 *
 * @param costs one a training
 */
public record NetworkCosts(List<NetworkCost> costs) {
  private static final String FILE = "costs.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the list. */
  public NetworkCosts {
    costs = List.copyOf(costs);
  }

  /**
   * The costs that a folder keeps; none where it keeps none.
   *
   * @param folder of the table
   * @throws IOException if they can't be read
   */
  public static NetworkCosts in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return new NetworkCosts(
        Files.exists(file)
            ? JSON.readValue(file.toFile(), new TypeReference<List<NetworkCost>>() {})
            : List.of());
  }

  /** What a network's cost depends on; its learning rate does not count. */
  static String shape(PaperNetwork network) {
    return network.input()
        + " batch "
        + network.schedule().batch()
        + " "
        + network.schedule().updater().getClass().getSimpleName()
        + " revision "
        + network.revision();
  }

  /** The cost of a network as it is now. */
  public Optional<NetworkCost> of(PaperNetwork network) {
    return costs.stream()
        .filter(cost -> cost.network().equals(network.trainedAs()))
        .filter(cost -> cost.shape().equals(shape(network)))
        .findFirst();
  }

  /**
   * Keeps them, in place of those that were there: costs of two computers don't compare.
   *
   * @param folder made if missing
   * @throws IOException if they can't be written
   */
  public void keep(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "costs", ".tmp");
    JSON.writerWithDefaultPrettyPrinter().writeValue(partial.toFile(), costs);
    Files.move(
        partial,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
