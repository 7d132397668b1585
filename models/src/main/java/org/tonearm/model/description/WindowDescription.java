package org.tonearm.model.description;

import java.util.List;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;

/**
 * What is heard in a window, as one row: the values of eight blocks, one after the other. With 472
 * scattering rows and 30 components these are 4201 values: scat 2360, scov 495, slogcov 465, mlog
 * 230, mdlog 210, corr 325, tonal 67, dyn 49.
 *
 * <p>Blocks differ in unit and size; they are to be standardised and weighed before rows are
 * compared. Immutable, thread-safe.
 */
public final class WindowDescription {
  private final ScatteringRows rows;
  private final FrameProjection projection;
  private final List<Block> blocks;
  private final int size;

  /**
   * A description.
   *
   * @param rows scattering coefficients that are heard
   * @param projection fitted on training frames of these rows
   */
  public WindowDescription(ScatteringRows rows, FrameProjection projection) {
    if (projection.mean().length != rows.count()) {
      throw new IllegalArgumentException(
          "the projection is of " + projection.mean().length + " rows, not " + rows.count());
    }
    this.rows = rows;
    this.projection = projection;
    int components = projection.axes().length;
    blocks =
        List.of(
            new ScatteringStatistics(rows.count()),
            new ScatteringCovariance(components),
            new ScatteringLogCovariance(components),
            new TimbreCovariance(),
            new TimbreMotion(),
            new BandCorrelation(),
            new Tonality(),
            new Dynamics());
    size = blocks.stream().mapToInt(Block::size).sum();
  }

  /** The blocks in the order of the row's values. */
  public List<Block> blocks() {
    return blocks;
  }

  /** Values of a row. */
  public int size() {
    return size;
  }

  /**
   * Describes a window.
   *
   * @param listening at least one frame, laid out as {@link ListeningLayout} says; a value that is
   *     not finite, as samples of 1e30 times full scale make it, counts as 0
   * @return {@link #size()} finite values; a fresh array
   * @throws IllegalArgumentException if there is no frame, or frames are of another size
   */
  public float[] of(Frames listening) {
    if (listening.count() < 1) {
      throw new IllegalArgumentException("expected at least one frame");
    }
    HeardWindow window = HeardWindow.of(finite(listening), rows, projection);
    float[] row = new float[size];
    int at = 0;
    for (Block block : blocks) {
      System.arraycopy(block.of(window), 0, row, at, block.size());
      at += block.size();
    }
    return row;
  }

  private static Frames finite(Frames frames) {
    float[] values = frames.values();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        values = values == frames.values() ? values.clone() : values;
        values[i] = 0;
      }
    }
    return new Frames(frames.count(), frames.dimensions(), values);
  }
}
