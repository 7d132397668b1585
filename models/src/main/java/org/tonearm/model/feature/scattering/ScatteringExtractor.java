package org.tonearm.model.feature.scattering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.model.feature.backend.FourierBackend;
import org.tonearm.model.feature.batch.BatchedExtractor;
import org.tonearm.model.feature.batch.FeatureBackend;
import org.tonearm.model.feature.batch.WindowGathering;
import org.tonearm.model.feature.scattering.Sampling.Narrower;
import org.tonearm.model.feature.scattering.Sampling.Oversampling;

/**
 * The scattering transform of audio: frames of 525 values, each over 8192 samples (372 ms) at
 * 22,050 Hz, every 4096 samples.
 *
 * <p>Banks Q = [8 1] (433 rows) and Q = [1 1] (92 rows), orders 0 to 2, order 2 renormalised by
 * order 1, natural logarithms; ScatNet's filters and conventions. A row's meaning stands in {@link
 * #layout()}. Frame n is centred on sample 4096 n; the signal is continued by its mirror image at
 * both ends.
 *
 * <p>Source: J. And&eacute;n and S. Mallat, "Deep Scattering Spectrum", IEEE Transactions on Signal
 * Processing 62 (16), 2014.
 *
 * <p>Thread-safe; filters are built at the first use and shared by all streams. A stream holds
 * about 7 MB, on a backend 24 MB, however long its signal is.
 */
public final class ScatteringExtractor implements BatchedExtractor {
  private static final int SAMPLE_RATE = 22_050;
  private static final int AVERAGING = 8192;
  private static final int HOP = AVERAGING / 2;

  /** Leaves 3e-5 of order 2, in relative L2, to the choice of where blocks begin. */
  private static final int MARGIN = 5 * HOP;

  /** The same at each rate and however far up rows are asked for; a tenth of a second to build. */
  private static final ScatteringFilters FILTERS = ScatteringFilters.forAudio(AVERAGING);

  private static final int LONGEST_BLOCK = 1 << 17;
  private static final int SHORTEST_BLOCK = 1 << 16;

  /** Chosen so that each order stays within 1e-4 of the equations in relative L2. */
  static final Sampling SAMPLING =
      new Sampling(
          4e-5,
          new Oversampling(2, List.of(new Narrower(0.06, 4))),
          new Oversampling(1.3, List.of(new Narrower(0.008, 4), new Narrower(0.06, 2.6))));

  private static final double EVERYTHING = Double.POSITIVE_INFINITY;

  private final int sampleRate;
  private final double highestHz;
  private final ScatteringLayout layout;
  private final BlockPlans plans;
  private final LogRenormalisation logarithm;

  /** For each plan, where there is a backend; empty on the processor. */
  private final Optional<Function<BlockPlan, WindowGathering>> gatherings;

  /** Computes on the processor. */
  public ScatteringExtractor() {
    this(SAMPLE_RATE);
  }

  /**
   * Leaves out what lies high: the widest bands, which cost most.
   *
   * @param highestHz rows whose first wavelet's centre lies above it stand as in silence
   */
  public ScatteringExtractor(double highestHz) {
    this(SAMPLE_RATE, highestHz, FourierBackend.fastest(), SAMPLING, blocks());
  }

  /**
   * The same sizes in samples at another sample rate.
   *
   * @param sampleRate in Hz
   */
  ScatteringExtractor(int sampleRate) {
    this(sampleRate, EVERYTHING, FourierBackend.fastest(), SAMPLING, blocks());
  }

  ScatteringExtractor(FourierBackend fourier, Sampling sampling, List<BlockGeometry> blocks) {
    this(SAMPLE_RATE, EVERYTHING, fourier, sampling, blocks);
  }

  private ScatteringExtractor(
      int sampleRate,
      double highestHz,
      FourierBackend fourier,
      Sampling sampling,
      List<BlockGeometry> blocks) {
    this.sampleRate = sampleRate;
    this.highestHz = highestHz;
    layout = FILTERS.layout(sampleRate);
    List<ScatteringPath> computed =
        layout.paths().stream().filter(path -> path.xi1() <= highestHz).toList();
    plans = new BlockPlans(FILTERS, computed, sampling, fourier, blocks);
    logarithm = new LogRenormalisation(layout.paths(), HOP);
    gatherings = Optional.empty();
  }

  private ScatteringExtractor(
      ScatteringExtractor other, Function<BlockPlan, WindowGathering> gatherings) {
    sampleRate = other.sampleRate;
    highestHz = other.highestHz;
    layout = other.layout;
    plans = other.plans;
    logarithm = other.logarithm;
    this.gatherings = Optional.of(gatherings);
  }

  @Override
  public ScatteringExtractor on(FeatureBackend backend) {
    Map<BlockPlan, WindowGathering> open = new ConcurrentHashMap<>();
    return new ScatteringExtractor(
        this,
        plan ->
            open.computeIfAbsent(
                plan,
                p ->
                    backend.gathering(
                        () -> new DeviceScattering(p, dimensions()),
                        device -> new KernelScattering(device, p, dimensions()),
                        new HostScattering(p, dimensions()))));
  }

  @Override
  public String id() {
    String whole = "scattering-" + dimensions() + "-" + sampleRate + "-1";
    return highestHz == EVERYTHING ? whole : whole + "-to-" + Math.round(highestHz);
  }

  @Override
  public int sampleRate() {
    return sampleRate;
  }

  @Override
  public int dimensions() {
    return layout.dimensions();
  }

  @Override
  public int hop() {
    return HOP;
  }

  private static List<BlockGeometry> blocks() {
    return BlockPlans.geometries(SHORTEST_BLOCK, LONGEST_BLOCK, MARGIN, HOP);
  }

  /** What each of a frame's values means. */
  public ScatteringLayout layout() {
    return layout;
  }

  @Override
  public FeatureStream open(FrameSink sink) {
    return open(logarithm::apply, sink);
  }

  /** As {@link #open}, but frames are coefficients without renormalisation and logarithm. */
  FeatureStream openCoefficients(FrameSink sink) {
    return open(UnaryOperator.identity(), sink);
  }

  private FeatureStream open(UnaryOperator<float[]> compression, FrameSink sink) {
    BlockWork work =
        gatherings.isPresent()
            ? new BlocksInBatches(gatherings.get(), compression, sink)
            : new BlocksHere(dimensions(), compression, sink);
    return new ScatteringStream(plans, work);
  }
}
