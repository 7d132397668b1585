package org.tonearm.model.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;

/**
 * The state of a training on disk: network, updater and the curve so far. Each is saved to a new
 * file and renamed, the curve first: a kill leaves a network with a curve that is as long, or an
 * epoch longer.
 */
final class Checkpoint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CURVE = "curve.json";

  private final Path folder;

  Checkpoint(Path folder) {
    this.folder = folder;
  }

  void save(ComputationGraph graph, List<Double> curve) throws IOException {
    Path partial = folder.resolve("network.partial");
    ModelSerializer.writeModel(graph, partial.toFile(), true);
    Path epoch = folder.resolve("epoch-" + curve.size() + ".zip");
    Path curvePartial = folder.resolve("curve.partial");
    JSON.writeValue(curvePartial.toFile(), curve);
    Files.move(curvePartial, folder.resolve(CURVE), StandardCopyOption.ATOMIC_MOVE);
    Files.move(partial, epoch, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(folder.resolve("epoch-" + (curve.size() - 1) + ".zip"));
  }

  /** The last whole state, or null. */
  ComputationGraph load() throws IOException {
    int epoch = lastEpoch();
    return epoch == 0
        ? null
        : ModelSerializer.restoreComputationGraph(
            folder.resolve("epoch-" + epoch + ".zip").toFile(), true);
  }

  /** The loss of each epoch that the last whole state has seen. */
  List<Double> curve() throws IOException {
    int epoch = lastEpoch();
    if (epoch == 0) {
      return new ArrayList<>();
    }
    Double[] all = JSON.readValue(folder.resolve(CURVE).toFile(), Double[].class);
    return new ArrayList<>(Arrays.asList(all).subList(0, epoch));
  }

  private int lastEpoch() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("epoch-\\d+\\.zip"))
          .mapToInt(name -> Integer.parseInt(name.replaceAll("\\D", "")))
          .max()
          .orElse(0);
    }
  }
}
