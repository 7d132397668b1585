package org.tonearm.model.feature.scattering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonearm.model.feature.backend.FourierBackend;
import org.tonearm.model.feature.backend.FourierTransform;

/**
 * All that a block's transform needs and does not change: sampled filters, Fourier tables and the
 * tree of paths, for one length of block. Immutable and shared between streams.
 */
final class BlockPlan {
  /** One bank: its row of order 0, and its wavelets. */
  record Tree(int row, FrameLowPass lowPass, List<Branch> branches) {}

  /**
   * A wavelet of order 1 with its row, the transform of its length, and the wavelets of order 2
   * that follow it.
   */
  record Branch(int row, SampledFilter wavelet, FourierTransform transform, List<Leaf> leaves) {}

  /** A wavelet of order 2 with its row, the transform of its length and the low-pass for it. */
  record Leaf(int row, SampledFilter wavelet, FourierTransform transform, FrameAverage average) {}

  private final BlockGeometry geometry;
  private final FourierBackend fourier;
  private final Sampling sampling;
  private final FourierTransform whole;
  private final FrameLowPass lowPass;
  private final List<Tree> trees;
  private final Map<Integer, FourierTransform> transforms = new TreeMap<>();
  private final Map<Integer, FrameAverage> averages = new TreeMap<>();

  BlockPlan(
      BlockGeometry geometry,
      ScatteringFilters filters,
      List<ScatteringPath> paths,
      Sampling sampling,
      FourierBackend fourier) {
    this.geometry = geometry;
    this.fourier = fourier;
    this.sampling = sampling;
    whole = prepare(geometry.length());
    FourierTransform hops = prepare(geometry.hops());
    lowPass = new FrameLowPass(filters.second()::lowPass, geometry.length(), hops);
    List<SampledFilter> second = sample(filters.second(), 2);
    for (SampledFilter filter : second) {
      averages.computeIfAbsent(
          filter.length(), length -> average(filters.second().lowPassSigma(), length));
    }
    List<List<SampledFilter>> first = new ArrayList<>();
    for (FilterBank bank : filters.first()) {
      first.add(sample(bank, 1));
    }
    List<Tree> grown = new ArrayList<>();
    for (ScatteringPath root : paths) {
      if (root.order() == 0) {
        FilterBank bank = filters.first().get(root.bank());
        FrameLowPass zero = new FrameLowPass(bank::lowPass, geometry.length(), hops);
        grown.add(
            new Tree(root.row(), zero, branches(root, paths, first.get(root.bank()), second)));
      }
    }
    trees = List.copyOf(grown);
  }

  private List<Branch> branches(
      ScatteringPath root,
      List<ScatteringPath> paths,
      List<SampledFilter> first,
      List<SampledFilter> second) {
    List<Branch> branches = new ArrayList<>();
    for (ScatteringPath path : paths) {
      if (path.bank() == root.bank() && path.order() == 1) {
        List<Leaf> leaves =
            paths.stream()
                .filter(p -> p.order() == 2 && p.parent() == path.row())
                .map(p -> leaf(p.row(), second.get(p.second())))
                .toList();
        SampledFilter wavelet = first.get(path.first());
        branches.add(new Branch(path.row(), wavelet, prepare(wavelet.length()), leaves));
      }
    }
    return List.copyOf(branches);
  }

  private Leaf leaf(int row, SampledFilter wavelet) {
    int length = wavelet.length();
    return new Leaf(row, wavelet, prepare(length), averages.get(length));
  }

  private List<SampledFilter> sample(FilterBank bank, int order) {
    int minimum = Integer.highestOneBit(2 * lowPass.bins()) << 1;
    List<SampledFilter> sampled = new ArrayList<>();
    for (int i = 0; i < bank.parameters().bands().size(); i++) {
      int index = i;
      SampledFilter filter =
          new SampledFilter(
              omega -> bank.wavelet(index, omega),
              bank.parameters().bands().get(i).centre(),
              geometry.length(),
              order,
              sampling,
              minimum);
      sampled.add(filter);
    }
    return List.copyOf(sampled);
  }

  /** The same low-pass in time, for a block that is sampled anew to so many samples. */
  private FrameAverage average(double sigma, int length) {
    double ratio = (double) geometry.length() / length;
    return new FrameAverage(1 / sigma / ratio, length / geometry.hops());
  }

  private FourierTransform prepare(int length) {
    return transforms.computeIfAbsent(length, fourier::ofLength);
  }

  BlockGeometry geometry() {
    return geometry;
  }

  /** The banks. */
  List<Tree> trees() {
    return trees;
  }

  /** The low-pass of orders 1 and 2, on a spectrum. */
  FrameLowPass lowPass() {
    return lowPass;
  }

  /** The same on samples of an envelope of order 2. */
  FrameAverage average(int length) {
    return averages.get(length);
  }

  /** The Fourier transform of a whole block. */
  FourierTransform whole() {
    return whole;
  }
}
