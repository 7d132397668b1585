package org.tonearm.model.feature.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where features are computed in batches: holds a thread and tables on the device for each
 * transform in use. Thread-safe. Who makes one closes it, after the streams that use it.
 */
public final class FeatureBackend implements AutoCloseable {
  private final String name;
  private final BatchSettings settings;
  private final Consumer<String> warnings;
  private final List<WindowGathering> gatherings = new ArrayList<>();

  /**
   * @param name short, such as {@code cuda}
   * @param settings how windows are gathered
   * @param warnings receives a sentence when the device has to be spared or left; called on other
   *     threads
   */
  public FeatureBackend(String name, BatchSettings settings, Consumer<String> warnings) {
    this.name = name;
    this.settings = settings;
    this.warnings = warnings;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /**
   * Has windows transformed on the device.
   *
   * @param device makes the transform, on the thread that will use it, when the first window comes
   * @param fallback the same on the processor; thread-safe
   */
  public synchronized WindowGathering gathering(
      Supplier<? extends WindowTransform> device, WindowTransform fallback) {
    WindowGathering gathering =
        new WindowGathering(
            name, new ShrinkingTransform(device, fallback, settings, warnings), settings);
    gatherings.add(gathering);
    return gathering;
  }

  @Override
  public synchronized void close() {
    gatherings.forEach(WindowGathering::close);
    gatherings.clear();
  }
}
