package org.tonearm.model.feature.scattering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.tonearm.model.feature.batch.WindowTransform;
import org.tonearm.model.feature.nd4j.Arena;
import org.tonearm.model.feature.nd4j.Columns;
import org.tonearm.model.feature.nd4j.MatrixFourier;

/**
 * Scatters many blocks at once with ND4J: what {@link BlockTransform} does with one, band by band,
 * done with all bands of one length together. The plan, and so filters and sampling, are the same.
 * Confined to one thread.
 */
final class DeviceScattering implements WindowTransform {
  /** Arrays of a chunk's size that may be alive together, in both orders. */
  private static final int ALIVE = 12;

  /** Bands of order 1 of one length, and the bands of order 2 that are taken from them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record First(
      BandChunk chunk,
      int length,
      int[] rows,
      MatrixFourier forward,
      INDArray lowPass,
      List<Second> seconds) {}

  /** Bands of order 2 of one length. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Second(BandChunk chunk, int[] rows, INDArray average) {}

  /** The row of order 0 of a bank. */
  private record Zero(int row, INDArray lowPass) {}

  private final BlockPlan plan;
  private final int dimensions;
  private final Arena tables = new Arena();
  private final Map<Integer, MatrixFourier> forwards = new HashMap<>();
  private final Map<Integer, MatrixFourier> inverses = new HashMap<>();
  private final Map<Integer, INDArray> lowPasses = new HashMap<>();
  private final Map<Integer, INDArray> averages = new HashMap<>();
  private final List<Zero> zeros = new ArrayList<>();
  private final List<First> firsts = new ArrayList<>();

  /**
   * Puts the tables on the device.
   *
   * @param dimensions rows of a frame
   * @throws org.tonearm.model.feature.device.DeviceMemoryException if they have no room there
   */
  DeviceScattering(BlockPlan plan, int dimensions) {
    this.plan = plan;
    this.dimensions = dimensions;
    try {
      List<BlockPlan.Branch> branches = new ArrayList<>();
      for (BlockPlan.Tree tree : plan.trees()) {
        zeros.add(new Zero(tree.row(), matrix(tree.lowPass(), samples())));
        branches.addAll(tree.branches());
      }
      for (List<BlockPlan.Branch> chunk :
          LengthGroups.of(branches, branch -> branch.wavelet().length())) {
        firsts.add(first(chunk));
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      tables.close();
      throw Arena.explained(e);
    }
  }

  private First first(List<BlockPlan.Branch> branches) {
    int length = branches.get(0).wavelet().length();
    List<BandChunk.Source> sources =
        branches.stream().map(branch -> new BandChunk.Source(0, branch.wavelet())).toList();
    BandChunk chunk =
        new BandChunk(tables, sources, inverse(length), samples(), forward(samples()).bins(), 1);
    record Leaf(int signal, BlockPlan.Leaf leaf) {}
    List<Leaf> leaves = new ArrayList<>();
    for (int signal = 0; signal < branches.size(); signal++) {
      for (BlockPlan.Leaf leaf : branches.get(signal).leaves()) {
        leaves.add(new Leaf(signal, leaf));
      }
    }
    List<Second> seconds = new ArrayList<>();
    for (List<Leaf> some : LengthGroups.of(leaves, leaf -> leaf.leaf().wavelet().length())) {
      int shorter = some.get(0).leaf().wavelet().length();
      seconds.add(
          new Second(
              new BandChunk(
                  tables,
                  some.stream()
                      .map(leaf -> new BandChunk.Source(leaf.signal(), leaf.leaf().wavelet()))
                      .toList(),
                  inverse(shorter),
                  length,
                  forward(length).bins(),
                  branches.size()),
              some.stream().mapToInt(leaf -> leaf.leaf().row()).toArray(),
              average(shorter)));
    }
    return new First(
        chunk,
        length,
        branches.stream().mapToInt(BlockPlan.Branch::row).toArray(),
        forward(length),
        lowPasses.computeIfAbsent(length, n -> matrix(plan.lowPass(), n)),
        seconds);
  }

  private MatrixFourier forward(int length) {
    return forwards.computeIfAbsent(length, n -> MatrixFourier.forwardReal(tables, n));
  }

  private MatrixFourier inverse(int length) {
    return inverses.computeIfAbsent(length, n -> MatrixFourier.inverseComplex(tables, n));
  }

  private INDArray matrix(FrameLowPass lowPass, int spectrumLength) {
    float[] values = lowPass.matrix(1f / spectrumLength, firstHop(), frames());
    return tables.of(values, frames(), 2L * lowPass.bins());
  }

  private INDArray average(int length) {
    return averages.computeIfAbsent(
        length, n -> tables.of(plan.average(n).matrix(n, firstHop(), frames()), frames(), n));
  }

  private int firstHop() {
    return plan.geometry().marginHops();
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
    return (long) ALIVE * LengthGroups.VALUES * Float.BYTES;
  }

  @Override
  public float[][][] transform(List<float[]> windows, int width) {
    float[][][] frames = new float[windows.size()][frames()][dimensions];
    try (Arena scratch = new Arena()) {
      INDArray blocks = Columns.of(scratch, windows, width);
      INDArray spectra = forward(samples()).apply(scratch, blocks);
      scratch.free(blocks);
      for (Zero zero : zeros) {
        smooth(scratch, zero.lowPass(), spectra, width, new int[] {zero.row()}, frames);
      }
      for (First first : firsts) {
        scatter(first, spectra, width, frames);
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      throw Arena.explained(e);
    }
    return frames;
  }

  private void scatter(First first, INDArray spectra, int width, float[][][] frames) {
    try (Arena scratch = new Arena()) {
      INDArray envelopes = first.chunk().envelopes(scratch, spectra);
      INDArray theirs = first.forward().apply(scratch, envelopes);
      scratch.free(envelopes);
      smooth(scratch, first.lowPass(), theirs, width, first.rows(), frames);
      long rows = theirs.length() / width;
      for (Second second : first.seconds()) {
        try (Arena inner = new Arena()) {
          INDArray moduli = second.chunk().envelopes(inner, theirs.reshape('c', rows, width));
          put(inner.product(second.average(), moduli), width, second.rows(), frames);
        }
      }
    }
  }

  /** The few bins that the low-pass lets through, and from them the frames. */
  private static void smooth(
      Arena scratch, INDArray lowPass, INDArray spectra, int width, int[] rows, float[][][] to) {
    long bins = lowPass.size(1) / 2;
    long columns = spectra.size(1);
    INDArray low =
        scratch.copy(
            spectra
                .reshape('c', 2, spectra.size(0) / 2, columns)
                .get(NDArrayIndex.all(), NDArrayIndex.interval(0, bins), NDArrayIndex.all()));
    put(scratch.product(lowPass, low.reshape('c', 2 * bins, columns)), width, rows, to);
  }

  /** From rows of frames and columns of band and window to the frames of each window. */
  private static void put(INDArray product, int width, int[] rows, float[][][] to) {
    float[] values = Columns.values(product);
    int columns = rows.length * width;
    for (int window = 0; window < to.length; window++) {
      for (int f = 0; f < to[window].length; f++) {
        for (int band = 0; band < rows.length; band++) {
          to[window][f][rows[band]] = values[f * columns + band * width + window];
        }
      }
    }
  }

  @Override
  public void close() {
    tables.close();
  }
}
