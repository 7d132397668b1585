package org.tonearm.model.dataset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tonearm.api.ConfigurationException;

/**
 * Reads manifests: CSV files with a header, one row a clip. Columns {@code path} and {@code group}
 * are needed, {@code dataset} and {@code duration_s} are used, all others are kept as labels. Paths
 * are relative to the manifest's folder or to the folder above it. Where {@code dataset} is not
 * given, it is the path's first folder, or else the name of the manifest's folder.
 */
public final class Manifests {
  private static final String PATH = "path";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final List<Path> files;

  /**
   * @param files manifests, the more important first: where two give one column of a clip different
   *     values, the first one's counts
   */
  public Manifests(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /**
   * All clips, each once, in the order of the files; no two have one id.
   *
   * @throws ConfigurationException naming the file and line that can't be used, or two files of one
   *     id
   */
  public List<Clip> clips() throws ConfigurationException {
    Map<Path, Row> rows = new LinkedHashMap<>();
    for (Path file : files) {
      read(file, rows);
    }
    List<Clip> clips = new ArrayList<>(rows.size());
    rows.forEach((path, row) -> clips.add(clip(path, row)));
    return ClipIds.distinct(clips);
  }

  /** What manifests say of a file, and the folder of the first one that names it. */
  private record Row(Path folder, Map<String, String> columns) {}

  private static void read(Path file, Map<Path, Row> rows) throws ConfigurationException {
    String text = ManifestText.read(file).text();
    try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
      for (String column : List.of(PATH, "group")) {
        if (!parser.getHeaderNames().contains(column)) {
          throw new ConfigurationException(
              "manifest",
              file + " has no column \"" + column + "\"",
              "Give a CSV file, with commas, whose header names at least path and group.");
        }
      }
      for (CSVRecord row : parser) {
        add(new Line(file, parser.getCurrentLineNumber()), row, rows);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          "manifest",
          file + " is no table: " + (e.getCause() == null ? e : e.getCause()).getMessage(),
          "Give each column a name of its own, and write a quote within quotes twice.",
          e);
    }
  }

  private static void add(Line line, CSVRecord row, Map<Path, Row> rows)
      throws ConfigurationException {
    Map<String, String> cells = row.toMap();
    cells.values().removeIf(String::isEmpty);
    if (cells.isEmpty()) {
      return; // spreadsheets leave rows of nothing but commas
    }
    if (!cells.containsKey(PATH)) {
      throw line.error("no path is given", "Name the audio file, or take the line out.");
    }
    for (String column : NumberColumns.all()) {
      String value = cells.getOrDefault(column, "");
      Optional<String> fault = NumberColumns.fault(column, value);
      if (fault.isPresent()) {
        throw line.error(
            column + " is \"" + value + "\", " + fault.get(),
            "Write a number such as 225 or 0.5 (lengths in seconds, valence and arousal from -1 to"
                + " 1, emotions from 0 to 1), or leave it empty.");
      }
    }
    Row known =
        rows.computeIfAbsent(
            resolve(line, cells.get(PATH)), p -> new Row(line.folder(), new LinkedHashMap<>()));
    cells.forEach(known.columns()::putIfAbsent);
  }

  /** A place in a manifest, its lines counted from 1. */
  private record Line(Path file, long number) {
    Path folder() {
      return file.toAbsolutePath().normalize().getParent();
    }

    ConfigurationException error(String what, String remedy) {
      return new ConfigurationException(
          "manifest", file + ", line " + number + ": " + what, remedy);
    }
  }

  private static Path resolve(Line line, String name) throws ConfigurationException {
    Path folder = line.folder();
    try {
      for (Path root : List.of(folder, folder.resolve(".."))) {
        Path audio = root.resolve(name).normalize();
        if (Files.isRegularFile(audio)) {
          return audio;
        }
      }
    } catch (InvalidPathException e) {
      throw line.error(
          "no file of this system can be called \"" + name + "\"", "Name the audio file as it is.");
    }
    throw line.error(
        "no file " + folder.resolve(name).normalize(),
        "Paths in a manifest are relative to its folder, or to the folder above it.");
  }

  private static String dataset(String name, Path folder) {
    Path path = Path.of(name).normalize();
    String first = path.getName(0).toString();
    boolean named = !path.isAbsolute() && path.getNameCount() > 1 && !first.equals("..");
    return named ? first : String.valueOf(folder.getFileName());
  }

  private static Clip clip(Path path, Row row) {
    Map<String, String> columns = row.columns();
    String id = columns.get(PATH);
    String dataset = columns.getOrDefault("dataset", dataset(id, row.folder()));
    String group = columns.getOrDefault("group", id);
    String seconds = columns.getOrDefault(NumberColumns.SECONDS, "");
    return new Clip(
        path,
        id,
        dataset,
        group,
        seconds.isEmpty() ? Double.NaN : Double.parseDouble(seconds),
        columns);
  }
}
