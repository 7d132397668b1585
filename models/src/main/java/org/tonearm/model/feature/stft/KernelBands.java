package org.tonearm.model.feature.stft;

import java.util.List;
import org.tonearm.model.feature.batch.WindowTransform;
import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.DeviceMemory;
import org.tonearm.model.feature.device.DeviceMemoryException;
import org.tonearm.model.feature.device.DeviceTables;

/**
 * Bands of many windows at once with kernels: window function, Fourier transform, and weighted sums
 * of magnitudes or their squares. Owns its device; confined to one thread.
 */
final class KernelBands implements WindowTransform {
  private record Room(
      int width, DeviceTables tables, DeviceMemory windows, DeviceMemory spectra, DeviceMemory out)
      implements AutoCloseable {
    @Override
    public void close() {
      tables.close();
    }
  }

  private final Device device;
  private final int samples;
  private final int bands;
  private final Measure measure;
  private final DeviceMemory window;
  private final DeviceMemory places;
  private final DeviceMemory weights;
  private Room room;

  /**
   * Puts the tables on the device.
   *
   * @param device closed with this, and where this can't be made
   * @param window factors of the samples
   * @param pooling bands within half the window's bins and one
   * @param measure what is pooled
   */
  KernelBands(Device device, float[] window, BandPooling pooling, Measure measure) {
    this.device = device;
    samples = window.length;
    bands = pooling.bands().size();
    this.measure = measure;
    try {
      DeviceTables tables = new DeviceTables(device);
      this.window = tables.of(window);
      int[] where = new int[3 * bands];
      float[] all = new float[pooling.bands().stream().mapToInt(b -> b.weights().length).sum()];
      int from = 0;
      for (int b = 0; b < bands; b++) {
        BandPooling.Band band = pooling.bands().get(b);
        where[3 * b] = band.firstBin();
        where[3 * b + 1] = band.weights().length;
        where[3 * b + 2] = from;
        System.arraycopy(band.weights(), 0, all, from, band.weights().length);
        from += band.weights().length;
      }
      places = tables.of(where);
      weights = tables.of(all);
    } catch (RuntimeException | Error e) {
      device.close();
      throw e;
    }
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public int frames() {
    return 1;
  }

  @Override
  public int dimensions() {
    return bands;
  }

  /** The window, its spectrum, room for the transform as large, and the bands. */
  @Override
  public long bytesPerWindow() {
    return (3L * samples + 4 + bands) * Float.BYTES;
  }

  @Override
  public float[][][] transform(List<float[]> windows, int width) {
    try {
      return compute(windows, room(width));
    } catch (DeviceMemoryException e) {
      leaveRoom();
      device.trim();
      throw e;
    }
  }

  private float[][][] compute(List<float[]> windows, Room room) {
    long values = (long) room.width() * samples;
    long bins = samples / 2 + 1L;
    device.upload(windows, room.windows());
    device.launch("multiply_rows", values, room.windows().address(), window.address(), samples);
    device.forwardReal(samples, room.width(), room.windows(), room.spectra());
    device.launch(
        "band_sums",
        (long) room.width() * bands,
        room.spectra().address(),
        bins,
        places.address(),
        weights.address(),
        bands,
        measure == Measure.POWER ? 1 : 0,
        room.out().address());
    float[] sums = new float[windows.size() * bands];
    device.download(room.out(), sums);
    float[][][] frames = new float[windows.size()][1][bands];
    for (int n = 0; n < frames.length; n++) {
      System.arraycopy(sums, n * bands, frames[n][0], 0, bands);
    }
    return frames;
  }

  private Room room(int width) {
    if (room == null || room.width() != width) {
      leaveRoom();
      DeviceTables tables = new DeviceTables(device);
      try {
        room =
            new Room(
                width,
                tables,
                tables.room((long) width * samples),
                tables.room((long) width * (samples + 2)),
                tables.room((long) width * bands));
      } catch (RuntimeException e) {
        tables.close();
        throw e;
      }
    }
    return room;
  }

  private void leaveRoom() {
    if (room != null) {
      room.close();
      room = null;
    }
  }

  @Override
  public void close() {
    device.close();
  }
}
