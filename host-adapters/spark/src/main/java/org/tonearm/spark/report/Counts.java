package org.tonearm.spark.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tonearm.api.ConfigurationException;

/**
 * What became of how many recordings.
 *
 * @param inputs found by the scan
 * @param scored heard
 * @param failed could not be heard; their rows say why
 * @param skipped too short to be heard
 * @param planned that would be changed, by the newest plan
 * @param written changed, and not taken back
 * @param undone changed and taken back
 */
public record Counts(
    long inputs, long scored, long failed, long skipped, long planned, long written, long undone) {

  /**
   * Sees that each recording has one row.
   *
   * @param doubled recordings with more than one row of one run
   * @throws ConfigurationException {@code cluster-rows} if some are lost or doubled
   */
  public void demandWhole(long doubled) throws ConfigurationException {
    long rows = scored + failed + skipped;
    if (rows != inputs || doubled != 0) {
      throw new ConfigurationException(
          "cluster-rows",
          "The table of scores is not whole: "
              + inputs
              + " recordings, "
              + rows
              + " of them with a row, "
              + doubled
              + " with two.",
          "Run 'tonearm cluster analyze' again; it hears what has no row. If this stays so, report"
              + " it.");
    }
  }

  /** As one object. */
  public String json() {
    ObjectNode object = new ObjectMapper().createObjectNode();
    object.put("inputs", inputs).put("scored", scored).put("failed", failed);
    object.put("skipped", skipped).put("planned", planned).put("written", written);
    return object.put("undone", undone).toString();
  }

  /** In words. */
  public String text() {
    return String.format(
        java.util.Locale.ROOT,
        "%,d recordings: %,d scored, %,d failed, %,d skipped; %,d planned, %,d written, %,d undone",
        inputs,
        scored,
        failed,
        skipped,
        planned,
        written,
        undone);
  }
}
