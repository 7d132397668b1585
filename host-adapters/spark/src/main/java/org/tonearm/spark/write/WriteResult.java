package org.tonearm.spark.write;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tonearm.spark.journal.States;

/**
 * What became of the recordings that a stage was to write.
 *
 * @param states how many, by {@link States}
 * @param told the first of what went wrong, in lines; failures before all else
 */
public record WriteResult(Map<String, Long> states, List<String> told) {
  private static final int MOST_TOLD = 20;

  /** Copies the collections. */
  public WriteResult {
    states = new TreeMap<>(states);
    told = List.copyOf(told);
  }

  /** Of the rows that the tasks left. */
  static WriteResult of(Dataset<Row> outcomes) {
    Map<String, Long> states = new TreeMap<>();
    for (Row row : outcomes.groupBy("status").count().collectAsList()) {
      states.put(row.getString(0), row.getLong(1));
    }
    Dataset<Row> problems =
        outcomes
            .where("code <> ''")
            .selectExpr("if(status = 'failed', 0, 1) as rank", "message", "remedy");
    Dataset<Row> warnings =
        outcomes.selectExpr("2 as rank", "explode(warnings) as message", "'' as remedy");
    List<String> told =
        problems
            .union(warnings)
            .orderBy(col("rank"), col("message"))
            .limit(MOST_TOLD)
            .collectAsList()
            .stream()
            .map(row -> line(row.getString(1), row.getString(2)))
            .toList();
    return new WriteResult(states, told);
  }

  private static String line(String message, String remedy) {
    return remedy.isEmpty() ? "  " + message : "  " + message + "\n    " + remedy;
  }

  /** How many could not be written, or were left alone; they are as they were. */
  public long failed() {
    return states.getOrDefault(States.FAILED, 0L) + states.getOrDefault(States.SKIPPED, 0L);
  }

  /** Tells the numbers, and the first of what went wrong. */
  public void tell(Consumer<String> to) {
    StringBuilder numbers = new StringBuilder();
    states.forEach(
        (state, count) ->
            numbers.append(
                String.format(
                    Locale.ROOT, "%s%,d %s", numbers.isEmpty() ? "" : ", ", count, state)));
    to.accept("Of this run: " + (numbers.isEmpty() ? "nothing to do" : numbers) + ".");
    told.forEach(to);
    if (told.size() == MOST_TOLD) {
      to.accept("  The rest is in the tables 'applied' and 'taken-back'.");
    }
  }
}
