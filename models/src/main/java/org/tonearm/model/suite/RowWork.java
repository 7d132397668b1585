package org.tonearm.model.suite;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.suite.outcome.FoldRecord;

/** What a row of the table does on one fold. Thread-safe. */
interface RowWork {

  /** The features it hears. */
  List<PaperFeature> features();

  /** What its record depends on beside the clips. */
  String recipe();

  /** The network that it trains; empty for a machine. */
  default Optional<PaperNetwork> trains() {
    return Optional.empty();
  }

  /**
   * The row whose work makes the given row's record too; itself for most.
   *
   * @param row the row's id
   */
  default String doneBy(String row) {
    return row;
  }

  /** False for a record of a training that the time left to it now would carry on. */
  default boolean ended(FoldRecord record) {
    return true;
  }

  /**
   * Trains and measures, for all rows that are done by the same.
   *
   * @param row the row's id
   * @param held the fold held out
   * @return the given row's record; empty where something is missing that another row must make
   *     first
   */
  Optional<FoldRecord> run(FoldPlan plan, String row, int held)
      throws IOException, InterruptedException;
}
