package org.tonearm.spark.job;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tonearm.api.ConfigurationException;
import org.tonearm.spark.schema.Scores;
import org.tonearm.spark.schema.Tables;

/**
 * Sees that a stage asks for models that were heard: else it would find nothing, without a word.
 */
final class HeardModels {
  private HeardModels() {}

  /**
   * Checks.
   *
   * @param scores of the models that are asked for
   * @throws ConfigurationException {@code cluster-models} if only others were heard
   */
  static void demand(Scores scores) throws IOException, ConfigurationException {
    if (!scores.output().has("scores") || !scores.all().isEmpty()) {
      return;
    }
    Dataset<Row> all =
        scores.spark().read().schema(Tables.SCORES).parquet(scores.output().scores());
    List<Row> others = all.select("model").distinct().collectAsList();
    if (!others.isEmpty()) {
      throw new ConfigurationException(
          "cluster-models",
          "Nothing was heard with the models "
              + scores.model()
              + "; the tables below "
              + scores.output().uri()
              + " hold "
              + others.stream()
                  .map(row -> row.getString(0))
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".",
          "Give the same --fields, --genre-model, --mood-model, --excerpts and --config as to"
              + " 'analyze', or run it with these.");
    }
  }
}
