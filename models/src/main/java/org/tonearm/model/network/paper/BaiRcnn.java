package org.tonearm.model.network.paper;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.tonearm.model.network.recurrentconvolution.RecurrentConvolution;

/**
 * Bai and Wang, section 3.3.4 and figure 2 (right), after Liang and Hu (CVPR 2015): two
 * convolutions and three recurrent convolutions.
 *
 * <p>Said: the number of layers; a step of 1e-4, from iteration 100,000 on 1e-5 (4.2). From Liang
 * and Hu: three iterations of 3 x 3, local response normalisation, maxima over the whole map before
 * the softmax. Ours: 32 maps of 5 x 5 in the convolutions, 64 in the recurrent ones, maxima of 2 x
 * 2 after each convolution and the first recurrent one; no dropout, as the paper tells of none
 * here; Adam; batches of 32; at most 50 epochs; the vote of half the pieces (3.5).
 *
 * <p>50 epochs are 18,000 to 25,000 iterations on our clips: the smaller step is never come to, and
 * the paper's 200,000 iterations would be 400 epochs and more. Figure 6 is steady from iteration
 * 25,000 on.
 */
public final class BaiRcnn implements PaperNetwork {
  private static final int ITERATIONS = 3;

  /**
   * Sizes, which tests shrink.
   *
   * @param maps of a convolution
   * @param recurrentMaps of a recurrent convolution
   */
  record Sizes(int frames, int maps, int recurrentMaps) {}

  @Override
  public String id() {
    return "bai-rcnn";
  }

  @Override
  public String source() {
    return "Bai and Wang, 3.3.4, Figure 2";
  }

  @Override
  public List<PaperFigure> figures() {
    return List.of(
        new PaperFigure("pieces or tracks not said, GTZAN, 200,000 iterations", 82.45, "3.3.4"),
        new PaperFigure(
            "in training, pieces or tracks not said, GTZAN, 200,000 iterations", 99, "3.3.4"));
  }

  @Override
  public PaperInput input() {
    return BaiPieces.input();
  }

  @Override
  public Schedule schedule() {
    // In order, since the schedule's text names the records of trained networks.
    Map<Integer, Double> steps = new TreeMap<>(Map.of(0, 1e-4, 100_000, 1e-5));
    return new Schedule(new Adam(new MapSchedule(ScheduleType.ITERATION, steps)), 32, 50, 1);
  }

  @Override
  public Decision decision() {
    return BaiPieces.half();
  }

  @Override
  public ComputationGraph build(int dimensions, int classes, long seed) {
    Sizes sizes = new Sizes(BaiPieces.FRAMES, 32, 64);
    return build(sizes, dimensions, classes, schedule().updater(), DataType.FLOAT, seed);
  }

  static ComputationGraph build(
      Sizes sizes, int dimensions, int classes, IUpdater updater, DataType type, long seed) {
    return new PictureStack(dimensions, sizes.frames(), updater, type, seed)
        .convolution(5, sizes.maps())
        .pool()
        .convolution(5, sizes.maps())
        .pool()
        .add(recurrent(sizes))
        .pool()
        .add(recurrent(sizes))
        .add(recurrent(sizes))
        .add(new GlobalPoolingLayer(PoolingType.MAX))
        .classes(classes, 0);
  }

  private static RecurrentConvolution recurrent(Sizes sizes) {
    return new RecurrentConvolution.Builder()
        .nOut(sizes.recurrentMaps())
        .kernel(3)
        .iterations(ITERATIONS)
        .build();
  }
}
