package org.tonearm.model.network.paper;

/**
 * A figure as a paper states it.
 *
 * @param what its measure and data, such as {@code tracks, ISMIR 2004}
 * @param percent the value
 * @param place where it stands, such as {@code Table 3}
 * @param mark true for the one to draw beside our share of tracks told right: the paper's final
 *     figure on tracks; never one on frames or pieces, nor of an earlier step of the training
 */
public record PaperFigure(String what, double percent, String place, boolean mark) {

  /** One that is told, but not drawn. */
  public PaperFigure(String what, double percent, String place) {
    this(what, percent, place, false);
  }

  /** The same, drawn beside our tracks. */
  public PaperFigure asMark() {
    return new PaperFigure(what, percent, place, true);
  }
}
