package org.tonearm.model.feature.scattering;

import java.util.List;
import org.tonearm.model.feature.batch.WindowTransform;
import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.DeviceMemory;
import org.tonearm.model.feature.device.DeviceMemoryException;

/**
 * Scatters many blocks at once with kernels: what {@link BlockTransform} does with one, band by
 * band, done with all bands of one length together. The plan, and so filters and sampling, are the
 * same. Owns its device; confined to one thread.
 */
final class KernelScattering implements WindowTransform {
  private final Device device;
  private final int dimensions;
  private final KernelPlan plan;
  private KernelRoom room;

  /**
   * Puts the tables on the device.
   *
   * @param device closed with this, and where this can't be made
   * @param dimensions rows of a frame
   */
  KernelScattering(Device device, BlockPlan plan, int dimensions) {
    this.device = device;
    this.dimensions = dimensions;
    try {
      this.plan = new KernelPlan(device, plan);
    } catch (RuntimeException | Error e) {
      device.close();
      throw e;
    }
  }

  @Override
  public int samples() {
    return plan.geometry().length();
  }

  @Override
  public int frames() {
    return plan.geometry().frames();
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public long bytesPerWindow() {
    return KernelRoom.bytesPerBlock(plan, dimensions);
  }

  @Override
  public float[][][] transform(List<float[]> windows, int width) {
    try {
      makeRoom(width);
      device.upload(windows, room.blocks());
      device.forwardReal(samples(), width, room.blocks(), room.spectra());
      for (KernelPlan.Zero zero : plan.zeros()) {
        smooth(zero.smoothing(), room.spectra(), samples(), zero.row(), 1);
      }
      for (KernelPlan.First first : plan.firsts()) {
        scatter(first);
      }
      float[] values = new float[windows.size() * frames() * dimensions];
      device.download(room.out(), values);
      return frames(values, windows.size());
    } catch (DeviceMemoryException e) {
      leaveRoom();
      device.trim();
      throw e;
    }
  }

  private void scatter(KernelPlan.First first) {
    BandTable.Bands bands = first.bands();
    int signals = room.width() * bands.count();
    plan.bands().split(device, bands, room.width(), room.spectra(), 1, samples(), room.bands());
    device.launch(
        "moduli",
        room.width() * bands.values(),
        room.bands().address(),
        room.envelopes().address());
    device.forwardReal(bands.length(), signals, room.envelopes(), room.envelopeSpectra());
    smooth(first.smoothing(), room.envelopeSpectra(), bands.length(), bands.rows(), bands.count());
    for (KernelPlan.Second second : first.seconds()) {
      plan.bands()
          .split(
              device,
              second.bands(),
              room.width(),
              room.envelopeSpectra(),
              bands.count(),
              bands.length(),
              room.bands());
      average(second);
    }
  }

  private void smooth(
      KernelPlan.Smoothing smoothing,
      DeviceMemory spectra,
      int samples,
      DeviceMemory rows,
      int count) {
    device.launch(
        "low_pass",
        (long) room.width() * count * frames(),
        spectra.address(),
        samples / 2 + 1L,
        smoothing.matrix().address(),
        smoothing.bins(),
        rows.address(),
        count,
        frames(),
        dimensions,
        room.out().address());
  }

  private void average(KernelPlan.Second second) {
    BandTable.Bands bands = second.bands();
    KernelPlan.Average average = second.average();
    long sums = (long) room.width() * bands.count() * frames();
    int lanes = KernelRoom.lanes(average);
    int firstHop = plan.geometry().marginHops() - FrameAverage.REACH;
    device.launch(
        "average_parts",
        sums * lanes,
        room.bands().address(),
        bands.length(),
        average.weights().address(),
        average.taps(),
        (long) firstHop * average.spacing(),
        average.spacing(),
        frames(),
        lanes,
        room.parts().address());
    device.launch(
        "average_sums",
        sums,
        room.parts().address(),
        lanes,
        bands.rows().address(),
        bands.count(),
        frames(),
        dimensions,
        room.out().address());
  }

  private float[][][] frames(float[] values, int windows) {
    float[][][] frames = new float[windows][frames()][dimensions];
    int from = 0;
    for (float[][] window : frames) {
      for (float[] frame : window) {
        System.arraycopy(values, from, frame, 0, dimensions);
        from += dimensions;
      }
    }
    return frames;
  }

  private void makeRoom(int width) {
    if (room == null || room.width() != width) {
      leaveRoom();
      room = new KernelRoom(device, plan, width, dimensions);
    }
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
