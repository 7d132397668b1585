package org.tonearm.model.suite.piece;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.tonearm.model.feature.Frames;

/**
 * The pieces of many clips in shuffled batches. Clips come in a shuffled order; a block of them is
 * held in memory and its pieces are shuffled among each other, so that memory does not grow with
 * the data and each clip is read once an epoch. Deterministic for a seed and an order of clips.
 * Thread-safe if its source is.
 */
public final class PieceStream {
  /** 96 MiB of frames. */
  private static final long BLOCK_VALUES = 24L << 20;

  private final FrameSource source;
  private final PieceCutter cutter;
  private final long blockValues;

  /** Takes where frames come from and how they are cut. */
  public PieceStream(FrameSource source, PieceCutter cutter) {
    this(source, cutter, BLOCK_VALUES);
  }

  /**
   * @param blockValues values of frames held at a time; a single clip may have more
   */
  PieceStream(FrameSource source, PieceCutter cutter, long blockValues) {
    this.source = source;
    this.cutter = cutter;
    this.blockValues = blockValues;
  }

  /** Takes batches. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One batch.
     *
     * @param pieces its pieces, not to be kept
     * @return false to be given no more
     */
    boolean accept(List<PieceCutter.Piece> pieces);
  }

  /**
   * Streams one epoch. Where more than one batch came, a last batch of a single piece is left out:
   * it has no deviation for a normalisation over the batch.
   *
   * @param batch pieces a batch
   * @return true if the sink took all
   * @throws IOException if frames can't be read
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean epoch(List<LabelledClip> clips, int batch, long seed, Sink sink)
      throws IOException, InterruptedException {
    Random random = new Random(seed);
    List<LabelledClip> order = new ArrayList<>(clips);
    Collections.shuffle(order, random);
    List<PieceCutter.Piece> pending = new ArrayList<>();
    long held = 0;
    boolean first = true;
    for (int i = 0; i < order.size(); i++) {
      held += add(order.get(i), pending);
      boolean last = i == order.size() - 1;
      if (held < blockValues && !last) {
        continue;
      }
      Collections.shuffle(pending, random);
      int from = 0;
      while (pending.size() - from >= batch || (last && from < pending.size())) {
        int to = Math.min(from + batch, pending.size());
        if ((to - from > 1 || first || batch == 1) && !give(sink, pending.subList(from, to))) {
          return false;
        }
        first = false;
        from = to;
      }
      pending = new ArrayList<>(pending.subList(from, pending.size()));
      held = 0;
    }
    return true;
  }

  private long add(LabelledClip clip, List<PieceCutter.Piece> pending)
      throws IOException, InterruptedException {
    Frames frames = source.frames(clip.clip());
    int count = cutter.count(frames);
    for (int p = 0; p < count; p++) {
      pending.add(new PieceCutter.Piece(frames, p, clip.truth()));
    }
    return frames.values().length;
  }

  private static boolean give(Sink sink, List<PieceCutter.Piece> pieces)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return sink.accept(Collections.unmodifiableList(pieces));
  }
}
