package org.tonearm.model.feature.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tonearm.model.feature.device.DeviceMemoryException;

/**
 * A transform on a device that may fail. Where memory runs out, the batch is halved, for good;
 * where one window is too many, or the device fails otherwise, the processor takes over, for good.
 * Each step is told as a warning, and no window is lost. Confined to one thread, but for {@link
 * #fallen()}.
 */
final class ShrinkingTransform implements AutoCloseable {
  private final Supplier<? extends WindowTransform> maker;
  private final WindowTransform fallback;
  private final BatchSettings settings;
  private final Consumer<String> warnings;
  private WindowTransform device;
  private int width;
  private volatile boolean fallen;

  /**
   * @param maker makes the transform on the device, when the first window comes
   * @param fallback computes the same on the processor; thread-safe
   * @param warnings receives a sentence at each step down
   */
  ShrinkingTransform(
      Supplier<? extends WindowTransform> maker,
      WindowTransform fallback,
      BatchSettings settings,
      Consumer<String> warnings) {
    this.maker = maker;
    this.fallback = fallback;
    this.settings = settings;
    this.warnings = warnings;
  }

  /** Windows that should come together; 1 on the processor. */
  int width() {
    if (device == null && !fallen) {
      try {
        device = maker.get();
        width = settings.width(device.bytesPerWindow());
      } catch (RuntimeException | LinkageError e) {
        fall(e);
      }
    }
    return fallen ? 1 : width;
  }

  /** Whether the processor has taken over. */
  boolean fallen() {
    return fallen;
  }

  /** The processor's transform. */
  WindowTransform fallback() {
    return fallback;
  }

  /**
   * Transforms any number of windows.
   *
   * @return by window, frame and value
   */
  List<float[][]> transform(List<float[]> windows) {
    List<float[][]> done = new ArrayList<>(windows.size());
    while (done.size() < windows.size()) {
      int count = Math.min(width(), windows.size() - done.size());
      List<float[]> next = windows.subList(done.size(), done.size() + count);
      if (fallen) {
        done.addAll(List.of(fallback.transform(next, count)));
      } else {
        try {
          done.addAll(List.of(device.transform(next, width)));
        } catch (DeviceMemoryException e) {
          shrink(e);
        } catch (RuntimeException | LinkageError e) {
          fall(e);
        }
      }
    }
    return done;
  }

  private void shrink(DeviceMemoryException e) {
    if (width == 1) {
      fall(e);
    } else {
      width /= 2;
      warnings.accept(
          "The graphics card has too little free memory; it now takes "
              + width
              + " windows at a time.");
    }
  }

  private void fall(Throwable e) {
    fallen = true;
    warnings.accept("The graphics card can't be used, the processor goes on without it: " + e);
    close();
  }

  @Override
  public void close() {
    if (device != null) {
      device.close();
      device = null;
    }
  }
}
