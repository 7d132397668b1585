package org.tonearm.model.suite.report;

import java.util.List;
import org.tonearm.model.network.paper.PaperFigure;

/**
 * What a row of the table is, whether or not it has been trained.
 *
 * @param id names it
 * @param source paper and place
 * @param split how clips were held out: {@link #ARTISTS}, {@link #CLIPS} or by a column
 * @param figures the paper's own
 * @param note further words, may be empty
 */
public record RowInfo(
    String id, String source, String split, List<PaperFigure> figures, String note) {
  /** Held out by group: the artist, or where no one knows it the track. */
  public static final String ARTISTS = "artists, where known";

  /** Held out by clip, so that an artist may stand on both sides, as in the papers on GTZAN. */
  public static final String CLIPS = "shuffled clips";

  /** Copies the list. */
  public RowInfo {
    figures = List.copyOf(figures);
  }
}
