package org.tonearm.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class RecurrentNetworkTest {
  private static final int BATCH = 8;
  private static final int INPUTS = 6;
  private static final int FRAMES = 10;
  private static final TrunkShape TRUNK =
      new TrunkShape(Cell.INDRNN, INPUTS, 3, 16, 0.2, FRAMES, true);
  private static final List<Head> HEADS =
      List.of(
          new Head("first", 3, HeadKind.SOFTMAX, 1, List.of(1.0, 2.0, 0.5)),
          new Head("second", 2, HeadKind.SIGMOID, 0.5));

  @Test
  void anUnlabelledHeadLearnsNothingAndTeachesNothing() {
    ComputationGraph network = network();
    INDArray before = network.getParam("second_W").dup();
    INDArray none = Nd4j.zeros(BATCH, 1);
    network.fit(batch(Nd4j.rand(BATCH, 2), none));
    assertThat(network.getParam("second_W")).isEqualTo(before);

    ComputationGraph other = network();
    other.fit(batch(Nd4j.rand(BATCH, 2), none));
    assertThat(other.params()).isEqualTo(network.params());
  }

  @Test
  void anUnlabelledExampleTeachesNothing() {
    INDArray mask = Nd4j.ones(BATCH, 1);
    mask.putScalar(3, 0, 0);
    INDArray labels = Nd4j.rand(BATCH, 2);
    ComputationGraph network = network();
    network.fit(batch(labels, mask));
    INDArray changed = labels.dup();
    changed.get(NDArrayIndex.point(3)).assign(Nd4j.createFromArray(1f, 0f));
    ComputationGraph other = network();
    other.fit(batch(changed, mask));
    assertThat(other.params()).isEqualTo(network.params());
    assertThat(changed).isNotEqualTo(labels);
  }

  @Test
  void learnsSoftTargets() {
    ComputationGraph network = network();
    INDArray labels = Nd4j.rand(BATCH, 2);
    network.fit(batch(labels, Nd4j.ones(BATCH, 1)));
    double start = network.score(batch(labels, Nd4j.ones(BATCH, 1)));
    for (int i = 0; i < 100; i++) {
      network.fit(batch(labels, Nd4j.ones(BATCH, 1)));
    }
    assertThat(network.score(batch(labels, Nd4j.ones(BATCH, 1)))).isLessThan(0.8 * start);
  }

  @Test
  void equalSeedsGiveEqualNetworks() {
    ComputationGraph network = network();
    ComputationGraph other = network();
    assertThat(network.params()).isEqualTo(other.params());
    Nd4j.getRandom().setSeed(2);
    network.fit(batch(Nd4j.ones(BATCH, 2), Nd4j.ones(BATCH, 1)));
    Nd4j.getRandom().setSeed(2);
    other.fit(batch(Nd4j.ones(BATCH, 2), Nd4j.ones(BATCH, 1)));
    assertThat(network.params()).isEqualTo(other.params());
  }

  @Test
  void configurationSurvivesJson() {
    ComputationGraphConfiguration configuration = network().getConfiguration();
    assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()).toJson())
        .isEqualTo(configuration.toJson());
  }

  @Test
  void poolsMeanAndMaximumOfUnmaskedFrames() {
    ComputationGraph network = network();
    INDArray frames = frames();
    INDArray mask = Nd4j.ones(BATCH, FRAMES);
    mask.get(NDArrayIndex.point(2), NDArrayIndex.interval(4, FRAMES)).assign(0);
    network.setLayerMaskArrays(new INDArray[] {mask}, null);
    var activations = network.feedForward(frames, false);
    INDArray hidden =
        activations
            .get(RecurrentNetwork.layer(Cell.INDRNN, 2))
            .get(NDArrayIndex.point(2), NDArrayIndex.all(), NDArrayIndex.interval(0, 4));
    INDArray expected = Nd4j.concat(0, hidden.mean(1), hidden.max(1));
    INDArray actual = activations.get(RecurrentNetwork.EMBEDDING).getRow(2);
    assertThat(actual.equalsWithEps(expected, 1e-5)).isTrue();
  }

  private static ComputationGraph network() {
    return RecurrentNetwork.build(TRUNK, HEADS, Optimisation.adam(1e-2, 0), 12);
  }

  private static INDArray frames() {
    INDArray frames = Nd4j.create(BATCH, INPUTS, FRAMES);
    Random random = new Random(8);
    for (long i = 0; i < frames.length(); i++) {
      frames.putScalar(i, random.nextGaussian());
    }
    return frames;
  }

  private static MultiDataSet batch(INDArray second, INDArray secondMask) {
    INDArray first = Nd4j.zeros(BATCH, 3);
    for (int i = 0; i < BATCH; i++) {
      first.putScalar(i, i % 3, 0.7);
      first.putScalar(i, (i + 1) % 3, 0.3);
    }
    return new MultiDataSet(
        new INDArray[] {frames()},
        new INDArray[] {first, second},
        new INDArray[] {Nd4j.ones(BATCH, FRAMES)},
        new INDArray[] {Nd4j.ones(BATCH, 1), secondMask});
  }
}
