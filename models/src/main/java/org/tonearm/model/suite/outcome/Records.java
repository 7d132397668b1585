package org.tonearm.model.suite.outcome;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tonearm.model.dataset.ContentKey;

/**
 * Keeps {@link FoldRecord}s and segment features as JSON files below a folder, each written aside
 * and renamed, so that several processes may fill one folder and a kill leaves whole files.
 */
public final class Records {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEY_BYTES = 4;
  private final Path root;

  /**
   * @param root made when first needed
   */
  public Records(Path root) {
    this.root = root;
  }

  /** Keeps a record. */
  public void keep(FoldRecord record) throws IOException {
    write(file(record.task(), record.row(), "fold-" + record.fold()), record);
  }

  /** The record of a row and fold, if one of this recipe is kept. */
  public Optional<FoldRecord> find(String task, String row, int fold, String recipe)
      throws IOException {
    Path file = file(task, row, "fold-" + fold);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(JSON.readValue(file.toFile(), FoldRecord.class))
        .filter(record -> record.recipe().equals(recipe));
  }

  /** All records of a row, in order of the folds, whatever their recipe. */
  public List<FoldRecord> of(String task, String row) throws IOException {
    Path folder = root.resolve(task).resolve(row);
    Map<Integer, FoldRecord> records = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      List<Path> files;
      try (Stream<Path> all = Files.list(folder)) {
        files = all.filter(f -> f.getFileName().toString().matches("fold-\\d+\\.json")).toList();
      }
      for (Path file : files) {
        FoldRecord record = JSON.readValue(file.toFile(), FoldRecord.class);
        records.put(record.fold(), record);
      }
    }
    return List.copyOf(records.values());
  }

  /** Keeps f_lstm of all clips, as a fold's network gave it. */
  public void keepSegments(String task, String row, int fold, Map<String, float[]> segments)
      throws IOException {
    write(file(task, row, "segments-" + fold), segments);
  }

  /** f_lstm by clip; empty if the fold's network has not been trained. */
  public Map<String, float[]> segments(String task, String row, int fold) throws IOException {
    Path file = file(task, row, "segments-" + fold);
    return Files.exists(file)
        ? JSON.readValue(file.toFile(), new TypeReference<Map<String, float[]>>() {})
        : Map.of();
  }

  /** Removes the record of a row and fold, if there is one. */
  public void forget(String task, String row, int fold) throws IOException {
    Files.deleteIfExists(file(task, row, "fold-" + fold));
  }

  /**
   * The folder of a row's checkpoints for one fold.
   *
   * @param training what the weights depend on beside the clips
   */
  public Path checkpoints(String task, String row, int fold, String training) {
    return root.resolve(task)
        .resolve(row)
        .resolve("training-" + fold + "-" + ContentKey.of(training, KEY_BYTES));
  }

  private Path file(String task, String row, String name) {
    return root.resolve(task).resolve(row).resolve(name + ".json");
  }

  private static void write(Path file, Object value) throws IOException {
    Files.createDirectories(file.getParent());
    Path partial = Files.createTempFile(file.getParent(), "partial", ".tmp");
    JSON.writeValue(partial.toFile(), value);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
