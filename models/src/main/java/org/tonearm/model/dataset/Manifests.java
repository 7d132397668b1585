package org.tonearm.model.dataset;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tonearm.api.ConfigurationException;

/**
 * Reads manifests: CSV files with a header, one row a clip. Columns {@code path} and {@code group}
 * are needed, {@code dataset} and {@code duration_s} are used, all others are kept as labels. Paths
 * are relative to the manifest's folder or to the folder above it.
 */
public final class Manifests {
  private final List<Path> files;

  /**
   * @param files manifests, the more important first: where two give one column of a clip different
   *     values, the first one's counts
   */
  public Manifests(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /**
   * All clips, each once, in the order of the files.
   *
   * @throws ConfigurationException naming the file and line that can't be used
   */
  public List<Clip> clips() throws ConfigurationException {
    Map<Path, Map<String, String>> rows = new LinkedHashMap<>();
    for (Path file : files) {
      read(file, rows);
    }
    List<Clip> clips = new ArrayList<>(rows.size());
    rows.forEach((path, columns) -> clips.add(clip(path, columns)));
    return clips;
  }

  private static void read(Path file, Map<Path, Map<String, String>> rows)
      throws ConfigurationException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = format.parse(reader)) {
      for (String column : List.of("path", "group")) {
        if (!parser.getHeaderNames().contains(column)) {
          throw new ConfigurationException(
              "manifest",
              file + " has no column \"" + column + "\"",
              "Give a CSV file with a header that names at least path and group.");
        }
      }
      for (CSVRecord row : parser) {
        Path path = resolve(file, row.get("path"), parser.getCurrentLineNumber());
        Map<String, String> columns = rows.computeIfAbsent(path, p -> new LinkedHashMap<>());
        row.toMap()
            .forEach(
                (name, value) -> {
                  if (!value.isEmpty()) {
                    columns.putIfAbsent(name, value);
                  }
                });
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "manifest",
          "cannot read the manifest " + file + ": " + e.getMessage(),
          "Check the path given to --manifest.",
          e);
    }
  }

  private static Path resolve(Path file, String name, long line) throws ConfigurationException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path beside = folder.resolve(name).normalize();
    if (Files.exists(beside)) {
      return beside;
    }
    Path above = folder.resolve("..").resolve(name).normalize();
    if (Files.exists(above)) {
      return above;
    }
    throw new ConfigurationException(
        "manifest",
        file + ", line " + line + ": no file " + beside,
        "Paths in a manifest are relative to its folder, or to the folder above it.");
  }

  private static Clip clip(Path path, Map<String, String> columns) {
    String id = columns.get("path");
    String dataset = columns.getOrDefault("dataset", path.getName(0).toString());
    String group = columns.getOrDefault("group", id);
    String seconds = columns.getOrDefault("duration_s", "");
    return new Clip(
        path,
        id,
        dataset,
        group,
        seconds.isEmpty() ? Double.NaN : Double.parseDouble(seconds),
        columns);
  }
}
