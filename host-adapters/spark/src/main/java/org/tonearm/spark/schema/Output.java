package org.tonearm.spark.schema;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tonearm.api.ConfigurationException;
import org.tonearm.spark.store.AudioUri;

/**
 * The folder of results, and what lies where in it. A table that is made anew at each run lies in a
 * folder of the run; the newest complete one counts.
 *
 * @param uri absolute and percent-encoded
 * @param hadoop settings of Hadoop
 */
public record Output(String uri, Configuration hadoop) {
  private static final String RUN = "run=";

  /** With one of these in it, Spark reads a path as a pattern. */
  private static final String PATTERN = "{}[]*?\\";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * The address of a folder that a user named.
   *
   * @throws ConfigurationException {@code cluster-output} if Spark could not read there
   */
  public static String address(String given) throws ConfigurationException {
    String uri;
    try {
      uri = AudioUri.of(given);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "cluster-output",
          "'" + given + "' is no folder: " + e.getMessage() + ".",
          "Name another one by --output.",
          e);
    }
    for (char c : AudioUri.hadoop(uri).toUri().getPath().toCharArray()) {
      if (PATTERN.indexOf(c) >= 0) {
        throw new ConfigurationException(
            "cluster-output",
            given + ": Spark reads a path with '" + c + "' as a pattern, and would find no table.",
            "Name a folder by --output whose path has none of { } [ ] * ? \\ in it.");
      }
    }
    return uri;
  }

  /** A name for a run of now; later ones are greater. */
  static String newRun() {
    return STAMP.format(Instant.now());
  }

  /**
   * A name for a run of a table: of now, or greater than the newest that is there. Clocks are set
   * back, and those of two machines differ; an older run must not be taken for this one.
   */
  public String newRun(String table) throws IOException {
    String now = newRun();
    Optional<String> newest =
        runs(table).stream().findFirst().filter(run -> run.compareTo(now) >= 0);
    return newest.isEmpty() ? now : STAMP.format(later(newest.get()));
  }

  private static Instant later(String run) throws IOException {
    try {
      return STAMP.parse(run, Instant::from).plusMillis(1);
    } catch (DateTimeParseException e) {
      throw new IOException("a folder '" + RUN + run + "' is no run; move it away", e);
    }
  }

  /** Where a table's run lies, as Spark takes it. */
  public String table(String table, String run) {
    return path(table + "/" + RUN + run);
  }

  /** Where scores lie. */
  public String scores() {
    return path("scores");
  }

  /** A place below the folder, as Spark takes it. */
  public String path(String below) {
    return new Path(AudioUri.hadoop(uri), below).toString();
  }

  /**
   * Rows as they stand in a table of their own, so that they are computed once.
   *
   * @param below the table's folder; it must not be there yet
   */
  public Dataset<Row> stored(Dataset<Row> rows, String below) {
    rows.write().parquet(path(below));
    return rows.sparkSession().read().schema(rows.schema()).parquet(path(below));
  }

  /**
   * The newest complete run of a table.
   *
   * @throws ConfigurationException {@code cluster-output} if there is none
   */
  public String newest(String table, String remedy) throws IOException, ConfigurationException {
    return find(table)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "cluster-output",
                    "There is no table '" + table + "' below " + uri + " yet.",
                    remedy));
  }

  /** The same, if there is one. */
  public Optional<String> find(String table) throws IOException {
    // A store that fails to answer must not make an older run the newest: that would be written.
    for (String run : runs(table)) {
      if (files().exists(new Path(path(table + "/" + RUN + run), "_SUCCESS"))) {
        return Optional.of(run);
      }
    }
    return Optional.empty();
  }

  /** The newest run of a table that is newer than another: it did not come to its end. */
  public Optional<String> unfinished(String table, String since) throws IOException {
    return runs(table).stream().findFirst().filter(run -> run.compareTo(since) > 0);
  }

  /** Newest first. */
  private List<String> runs(String table) throws IOException {
    Path folder = new Path(path(table));
    if (!files().exists(folder)) {
      return List.of();
    }
    return Arrays.stream(files().listStatus(folder))
        .filter(FileStatus::isDirectory)
        .map(run -> run.getPath().getName())
        .filter(name -> name.startsWith(RUN))
        .map(name -> name.substring(RUN.length()))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** True if something lies there. */
  public boolean has(String below) throws IOException {
    return files().exists(new Path(path(below)));
  }

  /** A small text; empty if it is not there. */
  public Optional<String> read(String below) throws IOException {
    Path file = new Path(path(below));
    if (!files().exists(file)) {
      return Optional.empty();
    }
    try (FSDataInputStream in = files().open(file)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Leaves a small text, in place of an earlier one. */
  public void write(String below, String text) throws IOException {
    try (FSDataOutputStream out = files().create(new Path(path(below)), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Leaves a small text where nothing is yet.
   *
   * @return false if something is there
   */
  public boolean claim(String below, String text) throws IOException {
    try (FSDataOutputStream out = files().create(new Path(path(below)), false)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** When a file was written; empty if it is not there. */
  public Optional<Instant> modified(String below) throws IOException {
    try {
      return Optional.of(
          Instant.ofEpochMilli(files().getFileStatus(new Path(path(below))).getModificationTime()));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Removes what lies there. */
  public void remove(String below) throws IOException {
    files().delete(new Path(path(below)), true);
  }

  private FileSystem files() throws IOException {
    return AudioUri.hadoop(uri).getFileSystem(hadoop);
  }
}
