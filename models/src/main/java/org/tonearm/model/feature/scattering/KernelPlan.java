package org.tonearm.model.feature.scattering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.DeviceMemory;
import org.tonearm.model.feature.device.DeviceTables;

/**
 * A {@link BlockPlan} as tables on a device: bands in groups of one length, filters and low-passes.
 * The memory is the device's, and is given back with it. Confined to one thread.
 */
final class KernelPlan {
  /** A low-pass on spectra. */
  record Smoothing(int bins, DeviceMemory matrix) {}

  /** A low-pass on samples. */
  record Average(int taps, int spacing, DeviceMemory weights) {}

  /** The row of order 0 of a bank. */
  record Zero(DeviceMemory row, Smoothing smoothing) {}

  /** Bands of order 1 of one length, and the bands of order 2 that are taken from them. */
  record First(BandTable.Bands bands, Smoothing smoothing, List<Second> seconds) {}

  /** Bands of order 2 of one length. */
  record Second(BandTable.Bands bands, Average average) {}

  private final BlockPlan plan;
  private final DeviceTables tables;
  private final BandTable bands;
  private final Map<Integer, Smoothing> smoothings = new HashMap<>();
  private final Map<Integer, Average> averages = new HashMap<>();
  private final List<Zero> zeros = new ArrayList<>();
  private final List<First> firsts = new ArrayList<>();

  /** Puts the tables on the device. */
  KernelPlan(Device device, BlockPlan plan) {
    this.plan = plan;
    tables = new DeviceTables(device);
    bands = new BandTable(geometry().length());
    List<BlockPlan.Branch> branches = new ArrayList<>();
    for (BlockPlan.Tree tree : plan.trees()) {
      zeros.add(
          new Zero(
              tables.of(new int[] {tree.row()}), smoothing(tree.lowPass(), geometry().length())));
      branches.addAll(tree.branches());
    }
    for (List<BlockPlan.Branch> group :
        LengthGroups.of(branches, branch -> branch.wavelet().length())) {
      firsts.add(first(group));
    }
    bands.upload(tables, device);
  }

  private First first(List<BlockPlan.Branch> branches) {
    List<BandTable.Source> sources = new ArrayList<>();
    List<BandTable.Source> leaves = new ArrayList<>();
    Map<Integer, FrameAverage> lowPasses = new HashMap<>();
    for (int signal = 0; signal < branches.size(); signal++) {
      BlockPlan.Branch branch = branches.get(signal);
      sources.add(new BandTable.Source(0, branch.row(), branch.wavelet()));
      for (BlockPlan.Leaf leaf : branch.leaves()) {
        leaves.add(new BandTable.Source(signal, leaf.row(), leaf.wavelet()));
        lowPasses.put(leaf.wavelet().length(), leaf.average());
      }
    }
    List<Second> seconds = new ArrayList<>();
    for (List<BandTable.Source> group : LengthGroups.of(leaves, leaf -> leaf.filter().length())) {
      int length = group.get(0).filter().length();
      seconds.add(new Second(bands.add(tables, group), average(length, lowPasses.get(length))));
    }
    int length = branches.get(0).wavelet().length();
    return new First(
        bands.add(tables, sources),
        smoothings.computeIfAbsent(length, n -> smoothing(plan.lowPass(), n)),
        List.copyOf(seconds));
  }

  private Smoothing smoothing(FrameLowPass lowPass, int spectrumLength) {
    float[] matrix =
        lowPass.matrix(1f / spectrumLength, geometry().marginHops(), geometry().frames());
    return new Smoothing(lowPass.bins(), tables.of(matrix));
  }

  private Average average(int length, FrameAverage average) {
    return averages.computeIfAbsent(
        length,
        n -> {
          float[] taps = average.taps();
          return new Average(taps.length, average.spacing(), tables.of(taps));
        });
  }

  BlockGeometry geometry() {
    return plan.geometry();
  }

  /** All filters. */
  BandTable bands() {
    return bands;
  }

  /** The rows of order 0. */
  List<Zero> zeros() {
    return zeros;
  }

  /** Everything else. */
  List<First> firsts() {
    return firsts;
  }
}
