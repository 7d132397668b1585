package org.tonearm.spark.write;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tonearm.api.ConfigurationException;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.ConditionalPutProbe;
import org.tonearm.spark.store.ProbeResult;

/** Says of each storage of a plan whether recordings can be replaced there; tries it on objects. */
final class Storages {
  private static final String PLACE = "substring_index(uri, '/', 3)";

  private final AudioStores stores;
  private final String output;
  private final Consumer<String> told;

  Storages(AudioStores stores, String output, Consumer<String> told) {
    this.stores = stores;
    this.output = output;
    this.told = told;
  }

  /**
   * Tries, and tells what gets sidecars.
   *
   * @return whether objects may be replaced, in all buckets
   * @throws ConfigurationException {@code cluster-denied} if a bucket may not be written to
   */
  boolean replaceable(Dataset<Row> plan, Allowed allowed)
      throws IOException, ConfigurationException {
    List<Row> places =
        plan.where(col("uri").startsWith("file:").equalTo(false))
            .selectExpr("uri", PLACE + " as place")
            .groupBy("place")
            .agg(min("uri"), max("uri"))
            .collectAsList();
    boolean replace = true;
    for (Row place : places) {
      switch (stores.of(place.getString(0)).replacing()) {
        case RENAME -> {}
        case CONDITIONAL_PUT ->
            replace &= tried(folder(place.getString(1), place.getString(2)), allowed);
        case SIDECAR ->
            told.accept(
                place.getString(0)
                    + "/ can't replace a file at one stroke: recordings there stay as they are,"
                    + " and get sidecars"
                    + below());
      }
    }
    return replace;
  }

  private boolean tried(String folder, Allowed allowed) throws IOException, ConfigurationException {
    ProbeResult probe;
    try {
      probe = new ConditionalPutProbe(stores).check(folder);
    } catch (AccessDeniedException e) {
      throw new ConfigurationException(
          "cluster-denied",
          "No object may be put below "
              + folder
              + ", where recordings are to be replaced: "
              + e.getMessage(),
          "Grant s3:PutObject, s3:GetObject and s3:DeleteObject there, or limit the run by --input.",
          e);
    }
    boolean may = probe.refused() && (probe.versioned() || allowed.unversioned());
    String instead = ". So recordings there get sidecars" + below();
    String remedy = probe.refused() ? " With --allow-unversioned they are replaced." : "";
    told.accept(probe.told() + (may ? "" : instead + remedy));
    return may;
  }

  private String below() {
    return " below " + output + "/sidecars.";
  }

  /** What is above all addresses between two, by their order. */
  static String folder(String first, String last) {
    int same = 0;
    while (same < Math.min(first.length(), last.length())
        && first.charAt(same) == last.charAt(same)) {
      same++;
    }
    return first.substring(0, first.lastIndexOf('/', same - 1));
  }
}
