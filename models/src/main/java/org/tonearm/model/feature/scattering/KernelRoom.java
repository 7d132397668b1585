package org.tonearm.model.feature.scattering;

import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.DeviceMemory;
import org.tonearm.model.feature.device.DeviceTables;

/**
 * Room on a device for a batch at work. Every step of a kind uses the same memory, one after the
 * other. Confined to one thread.
 */
final class KernelRoom implements AutoCloseable {
  /** Taps that one thread adds up, at least, and threads that add up one sum, at most. */
  private static final int FEWEST_TAPS = 32;

  private static final int MOST_LANES = 64;

  private final int width;
  private final DeviceTables tables;
  private final DeviceMemory blocks;
  private final DeviceMemory spectra;
  private final DeviceMemory bands;
  private final DeviceMemory envelopes;
  private final DeviceMemory envelopeSpectra;
  private final DeviceMemory parts;
  private final DeviceMemory out;

  /** Values of a block, of each kind of memory. */
  private record Sizes(
      long blocks, long bands, long envelopes, long envelopeSpectra, long parts, long out) {
    long spectra() {
      return blocks + 2;
    }
  }

  /**
   * Takes the room.
   *
   * @param width blocks of a batch
   * @param dimensions values a frame
   */
  KernelRoom(Device device, KernelPlan plan, int width, int dimensions) {
    this.width = width;
    tables = new DeviceTables(device);
    Sizes sizes = sizes(plan, dimensions);
    try {
      blocks = tables.room(width * sizes.blocks());
      spectra = tables.room(width * sizes.spectra());
      bands = tables.room(width * sizes.bands());
      envelopes = tables.room(width * sizes.envelopes());
      envelopeSpectra = tables.room(width * sizes.envelopeSpectra());
      parts = tables.room(width * sizes.parts());
      // Rows that the plan leaves out stay zero.
      out = tables.of(new float[Math.toIntExact(width * sizes.out())]);
    } catch (RuntimeException | Error e) {
      tables.close();
      throw e;
    }
  }

  /** Bytes of a block, with as much room for transforms as the largest of them has values. */
  static long bytesPerBlock(KernelPlan plan, int dimensions) {
    Sizes sizes = sizes(plan, dimensions);
    long values =
        sizes.blocks()
            + sizes.spectra()
            + 2 * sizes.bands()
            + sizes.envelopes()
            + sizes.envelopeSpectra()
            + sizes.parts()
            + sizes.out();
    return values * Float.BYTES;
  }

  /** Threads that add up one sum: a power of two. */
  static int lanes(KernelPlan.Average average) {
    return Math.max(1, Integer.highestOneBit(Math.min(MOST_LANES, average.taps() / FEWEST_TAPS)));
  }

  private static Sizes sizes(KernelPlan plan, int dimensions) {
    long bands = 0;
    long envelopes = 0;
    long spectra = 0;
    long parts = 0;
    long frames = plan.geometry().frames();
    for (KernelPlan.First first : plan.firsts()) {
      bands = Math.max(bands, 2 * first.bands().values());
      envelopes = Math.max(envelopes, first.bands().values());
      spectra = Math.max(spectra, first.bands().values() + 2L * first.bands().count());
      for (KernelPlan.Second second : first.seconds()) {
        bands = Math.max(bands, 2 * second.bands().values());
        parts = Math.max(parts, second.bands().count() * frames * lanes(second.average()));
      }
    }
    return new Sizes(
        plan.geometry().length(), bands, envelopes, spectra, parts, frames * dimensions);
  }

  int width() {
    return width;
  }

  /** Samples of the blocks. */
  DeviceMemory blocks() {
    return blocks;
  }

  /** Their spectra. */
  DeviceMemory spectra() {
    return spectra;
  }

  /** Complex samples of bands of either order. */
  DeviceMemory bands() {
    return bands;
  }

  /** Moduli of bands of order 1. */
  DeviceMemory envelopes() {
    return envelopes;
  }

  /** Their spectra. */
  DeviceMemory envelopeSpectra() {
    return envelopeSpectra;
  }

  /** Parts of sums. */
  DeviceMemory parts() {
    return parts;
  }

  /** Frames. */
  DeviceMemory out() {
    return out;
  }

  @Override
  public void close() {
    tables.close();
  }
}
