package org.tonearm.model.feature.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tonearm.model.feature.device.Device;

/**
 * Where features are computed in batches: holds a thread and tables on the device for each
 * transform in use. Thread-safe. Who makes one closes it, after the streams that use it.
 */
public final class FeatureBackend implements AutoCloseable {
  private final String name;
  private final BatchSettings settings;
  private final Consumer<String> warnings;

  /** Opens a device for kernels; empty where ND4J computes. */
  private final Optional<Supplier<? extends Device>> devices;

  private final List<WindowGathering> gatherings = new ArrayList<>();

  /**
   * With ND4J.
   *
   * @param name short, such as {@code cuda}
   * @param settings how windows are gathered
   * @param warnings receives a sentence when the device has to be spared or left; called on other
   *     threads
   */
  public FeatureBackend(String name, BatchSettings settings, Consumer<String> warnings) {
    this(name, settings, warnings, Optional.empty());
  }

  /**
   * With kernels.
   *
   * @param name short, such as {@code cuda}
   * @param settings how windows are gathered
   * @param warnings as with ND4J
   * @param devices opens a device for each transform, on the thread that will use it
   */
  public FeatureBackend(
      String name,
      BatchSettings settings,
      Consumer<String> warnings,
      Supplier<? extends Device> devices) {
    this(name, settings, warnings, Optional.of(devices));
  }

  private FeatureBackend(
      String name,
      BatchSettings settings,
      Consumer<String> warnings,
      Optional<Supplier<? extends Device>> devices) {
    this.name = name;
    this.settings = settings;
    this.warnings = warnings;
    this.devices = devices;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /**
   * Has windows transformed, with ND4J or with kernels.
   *
   * @param nd4j makes the transform with ND4J, on the thread that will use it, when the first
   *     window comes
   * @param kernels likewise with kernels, on a device that the transform closes, also where it
   *     can't be made
   * @param fallback the same on the processor; thread-safe
   */
  public WindowGathering gathering(
      Supplier<? extends WindowTransform> nd4j,
      Function<? super Device, ? extends WindowTransform> kernels,
      WindowTransform fallback) {
    return devices.isEmpty()
        ? gathering(nd4j, fallback)
        : gathering(() -> kernels.apply(devices.get().get()), fallback);
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
