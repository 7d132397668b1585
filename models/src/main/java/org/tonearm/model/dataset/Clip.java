package org.tonearm.model.dataset;

import java.nio.file.Path;
import java.util.Map;

/**
 * One labelled recording of a data set.
 *
 * @param path the audio file
 * @param id its path as the manifest writes it; names the clip in every table
 * @param dataset the data set it belongs to
 * @param group what must not stand on both sides of a split: the artist, or the track where no
 *     artist is known
 * @param seconds length as the manifest states it, or NaN
 * @param columns all columns of all manifests that list the clip; later manifests add, never
 *     replace
 */
public record Clip(
    Path path,
    String id,
    String dataset,
    String group,
    double seconds,
    Map<String, String> columns) {
  /** Copies the columns. */
  public Clip {
    columns = Map.copyOf(columns);
  }

  /** A column's value, "" if the manifests have none. */
  public String column(String name) {
    return columns.getOrDefault(name, "");
  }
}
