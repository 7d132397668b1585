package org.tonearm.spark.analyze;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.tonearm.spark.schema.Tables;
import scala.Tuple2;

/**
 * Recordings put into partitions of about as much audio each, and of one bucket each, so that every
 * task writes one file. The driver knows the length of buckets, and of no recording.
 */
final class Shares {
  private final double seconds;

  /**
   * @param seconds of audio a task
   */
  Shares(double seconds) {
    this.seconds = seconds;
  }

  JavaRDD<Row> of(Dataset<Row> recordings) {
    double[] lengths = new double[Tables.BUCKETS];
    boolean[] there = new boolean[Tables.BUCKETS];
    for (Row row : recordings.groupBy("bucket").agg(sum("seconds").as("seconds")).collectAsList()) {
      lengths[row.getInt(0)] = row.getDouble(1);
      there[row.getInt(0)] = true;
    }
    int[] first = new int[Tables.BUCKETS];
    int[] count = new int[Tables.BUCKETS];
    int total = 0;
    for (int bucket = 0; bucket < Tables.BUCKETS; bucket++) {
      first[bucket] = total;
      count[bucket] = there[bucket] ? (int) Math.max(1, Math.ceil(lengths[bucket] / seconds)) : 0;
      total += count[bucket];
    }
    int shares = Math.max(1, total);
    Column before =
        sum("seconds").over(Window.partitionBy("bucket").orderBy("uri")).minus(col("seconds"));
    Column share =
        at(first).plus(least(floor(before.divide(lit(seconds))), at(count).minus(lit(1))));
    return recordings
        .withColumn("share", share.cast("int"))
        .javaRDD()
        .mapToPair(row -> new Tuple2<>(row.<Integer>getAs("share"), row))
        .partitionBy(new HashPartitioner(shares))
        .values();
  }

  /** The element of a bucket. */
  private static Column at(int[] values) {
    Column[] literals =
        Arrays.stream(values).mapToObj(value -> lit((long) value)).toArray(Column[]::new);
    return element_at(array(literals), col("bucket").plus(lit(1)));
  }
}
