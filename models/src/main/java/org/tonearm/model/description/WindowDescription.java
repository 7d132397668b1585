package org.tonearm.model.description;

import java.util.List;
import java.util.stream.Stream;
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
  private final EvenLevel level;
  private final ScatteringRows rows;
  private final FrameProjection projection;
  private final List<Block> projected;
  private final List<Block> blocks;
  private final int size;

  /**
   * A description.
   *
   * @param level what is done about the level of windows first
   * @param rows scattering coefficients that are heard
   * @param projection fitted on training frames of these rows
   */
  public WindowDescription(EvenLevel level, ScatteringRows rows, FrameProjection projection) {
    if (projection.mean().length != rows.count()) {
      throw new IllegalArgumentException(
          "the projection is of " + projection.mean().length + " rows, not " + rows.count());
    }
    this.level = level;
    this.rows = rows;
    this.projection = projection;
    int components = projection.axes().length;
    projected =
        List.of(new ScatteringCovariance(components), new ScatteringLogCovariance(components));
    blocks = Stream.of(before(rows), projected.stream(), after()).flatMap(part -> part).toList();
    size = blocks.stream().mapToInt(Block::size).sum();
  }

  /** The blocks in the order of the row's values. */
  public List<Block> blocks() {
    return blocks;
  }

  /** What is done about the level of windows first. */
  public EvenLevel level() {
    return level;
  }

  /** The scattering coefficients that are heard. */
  public ScatteringRows rows() {
    return rows;
  }

  /** Of their frames. */
  public FrameProjection projection() {
    return projection;
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
    Frames evened = evened(level, listening);
    return completed(lastingOf(rows, evened), rows.of(evened));
  }

  /** The same of a window that other models hear too. */
  public float[] of(SharedWindow window) {
    SharedWindow.Lasting lasting = window.lasting(level, rows);
    return completed(lasting.values(), lasting.heard());
  }

  /**
   * The part of a description that is the same whatever the projection: what can be kept of a clip
   * while projections are fitted on one training part after another.
   *
   * @param level what is done about the level first
   * @param rows scattering coefficients that are heard
   * @param listening at least one frame, laid out as {@link ListeningLayout} says
   * @return a fresh array, for {@link #complete}
   */
  public static float[] lasting(EvenLevel level, ScatteringRows rows, Frames listening) {
    return lastingOf(rows, evened(level, listening));
  }

  static Frames evened(EvenLevel level, Frames listening) {
    return level.apply(finite(listening));
  }

  static float[] lastingOf(ScatteringRows rows, Frames evened) {
    HeardWindow window = HeardWindow.of(evened, rows);
    List<float[]> values =
        Stream.concat(before(rows), after()).map(block -> block.of(window)).toList();
    float[] out = new float[values.stream().mapToInt(v -> v.length).sum()];
    int at = 0;
    for (float[] part : values) {
      System.arraycopy(part, 0, out, at, part.length);
      at += part.length;
    }
    return out;
  }

  /**
   * The whole description of a window.
   *
   * @param lasting as {@link #lasting} gave it for the same window; not changed
   * @param frames of the window; of each, the leading scattering coefficients are heard
   * @return {@link #size()} finite values; a fresh array
   */
  public float[] complete(float[] lasting, Frames frames) {
    return completed(lasting, rows.of(evened(level, frames)));
  }

  private float[] completed(float[] lasting, Frames heard) {
    HeardWindow window = HeardWindow.of(heard, projection);
    float[] row = new float[size];
    int from = 0;
    int at = 0;
    for (Block block : blocks) {
      if (projected.contains(block)) {
        System.arraycopy(block.of(window), 0, row, at, block.size());
      } else {
        System.arraycopy(lasting, from, row, at, block.size());
        from += block.size();
      }
      at += block.size();
    }
    return row;
  }

  private static Stream<Block> before(ScatteringRows rows) {
    return Stream.of(new ScatteringStatistics(rows.count()));
  }

  private static Stream<Block> after() {
    return Stream.of(
        new TimbreCovariance(),
        new TimbreMotion(),
        new BandCorrelation(),
        new Tonality(),
        new Dynamics());
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
