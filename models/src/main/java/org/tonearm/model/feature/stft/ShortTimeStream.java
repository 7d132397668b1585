package org.tonearm.model.feature.stft;

import java.util.Objects;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.MirrorContinuation;

/** Cuts a signal into windows. Keeps no more samples than the next windows need. */
final class ShortTimeStream implements FeatureStream {
  private final ShortTimeTransform transform;
  private final WindowWork work;
  private final float[] kept;
  private final float[] window;
  private long keptFrom;
  private int keptCount;
  private long nextFrame;
  private boolean finished;

  ShortTimeStream(ShortTimeTransform transform, WindowWork work) {
    this.transform = transform;
    this.work = work;
    kept = new float[4 * transform.size()];
    window = new float[transform.size() + 2];
  }

  @Override
  public void push(float[] samples, int offset, int length) {
    if (finished) {
      throw new IllegalStateException("the stream is finished");
    }
    Objects.checkFromIndexSize(offset, length, samples.length);
    int taken = 0;
    while (taken < length) {
      if (keptCount == kept.length) {
        forget();
      }
      int count = Math.min(length - taken, kept.length - keptCount);
      System.arraycopy(samples, offset + taken, kept, keptCount, count);
      keptCount += count;
      taken += count;
      while (keptFrom + keptCount >= start() + transform.size()) {
        emit(Long.MAX_VALUE);
      }
    }
  }

  @Override
  public void finish() {
    if (finished) {
      throw new IllegalStateException("the stream is finished");
    }
    finished = true;
    long end = keptFrom + keptCount;
    while (nextFrame * transform.hop() < end) {
      emit(end);
    }
    work.finish();
  }

  /** Drops the samples before the next window; a mirror image at the end reaches no further. */
  private void forget() {
    int unneeded = (int) Math.max(0, start() - keptFrom);
    keptCount -= unneeded;
    System.arraycopy(kept, unneeded, kept, 0, keptCount);
    keptFrom += unneeded;
  }

  /** The position in the signal of the next window's first sample; negative at first. */
  private long start() {
    return nextFrame * transform.hop() - transform.size() / 2;
  }

  private void emit(long end) {
    long start = start();
    int size = transform.size();
    if (start >= 0 && start + size <= end) {
      System.arraycopy(kept, (int) (start - keptFrom), window, 0, size);
    } else {
      for (int t = 0; t < size; t++) {
        window[t] = kept[(int) (MirrorContinuation.position(start + t, end) - keptFrom)];
      }
    }
    work.accept(window);
    nextFrame++;
  }
}
