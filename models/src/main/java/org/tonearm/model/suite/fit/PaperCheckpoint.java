package org.tonearm.model.suite.fit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The state of a training on disk: weights, the updater's memory, the epochs so far and the best
 * epoch's weights. Arrays alone are kept, since the network's file builds the rest, so a layer of
 * one's own need not be written as JSON. The file {@code state-N.json} comes last and is renamed
 * into place, so that a kill leaves a whole state or the one before it.
 */
final class PaperCheckpoint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path folder;

  PaperCheckpoint(Path folder) {
    this.folder = folder;
  }

  /** Keeps the state after an epoch. */
  void save(ComputationGraph graph, List<Epoch> epochs) throws IOException {
    Files.createDirectories(folder);
    int epoch = epochs.size();
    write(weights(epoch), graph, true);
    if (Stopping.best(epochs) == epoch) {
      write(best(epoch), graph, false);
    }
    Path partial = folder.resolve("state.partial");
    JSON.writeValue(partial.toFile(), epochs);
    Files.move(partial, state(epoch), StandardCopyOption.ATOMIC_MOVE);
    sweep(epoch, Stopping.best(epochs));
  }

  /** The epochs of the last whole state; none if there is none. */
  List<Epoch> epochs() throws IOException {
    int last = 0;
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        last =
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches("state-\\d+\\.json"))
                .mapToInt(name -> Integer.parseInt(name.replaceAll("\\D", "")))
                .max()
                .orElse(0);
      }
    }
    return last == 0
        ? new ArrayList<>()
        : new ArrayList<>(
            JSON.readValue(state(last).toFile(), new TypeReference<List<Epoch>>() {}));
  }

  /** Puts the last state's weights and updater into a fresh graph. */
  void restore(ComputationGraph graph, List<Epoch> epochs) throws IOException {
    if (!epochs.isEmpty()) {
      read(weights(epochs.size()), graph, true);
    }
  }

  /** Puts the best epoch's weights into a graph; leaves it as it is where no epoch was good. */
  void restoreBest(ComputationGraph graph, List<Epoch> epochs) throws IOException {
    int best = Stopping.best(epochs);
    if (best > 0) {
      read(best(best), graph, false);
    }
  }

  private Path state(int epoch) {
    return folder.resolve("state-" + epoch + ".json");
  }

  private Path weights(int epoch) {
    return folder.resolve("weights-" + epoch + ".bin");
  }

  private Path best(int epoch) {
    return folder.resolve("best-" + epoch + ".bin");
  }

  private static void write(Path file, ComputationGraph graph, boolean all) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      Nd4j.write(graph.params(), out);
      if (all) {
        INDArray memory = graph.getUpdater().getStateViewArray();
        out.writeInt(graph.getConfiguration().getIterationCount());
        out.writeInt(graph.getConfiguration().getEpochCount());
        out.writeBoolean(memory != null);
        if (memory != null) {
          Nd4j.write(memory, out);
        }
      }
    }
  }

  private static void read(Path file, ComputationGraph graph, boolean all) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      try (INDArray weights = Nd4j.read(in)) {
        graph.params().assign(weights);
      }
      if (all) {
        graph.getConfiguration().setIterationCount(in.readInt());
        graph.getConfiguration().setEpochCount(in.readInt());
        if (in.readBoolean()) {
          try (INDArray memory = Nd4j.read(in)) {
            graph.getUpdater().getStateViewArray().assign(memory);
          }
        }
      }
    }
  }

  /** Removes what no later start needs. */
  private void sweep(int epoch, int best) throws IOException {
    List<Path> needed = List.of(state(epoch), weights(epoch), best(best));
    List<Path> old;
    try (Stream<Path> files = Files.list(folder)) {
      old = files.filter(file -> !needed.contains(file)).toList();
    }
    for (Path file : old) {
      Files.deleteIfExists(file);
    }
  }
}
