package org.tonearm.model.network.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class PaperNetworksTest {
  private static final int BATCH = 4;

  @BeforeEach
  void seed() {
    Nd4j.getRandom().setSeed(5);
  }

  /**
   * Those with a training of their own; Dai's and Shah's, which are large, are left to {@link
   * DaiAndShahTest}; the slow one with one number of classes.
   */
  static Stream<Arguments> networks() {
    Set<String> elsewhere = DaiAndShahTest.all().map(PaperNetwork::id).collect(Collectors.toSet());
    return Stream.of(4, 14)
        .flatMap(
            classes ->
                PaperNetworks.all().stream()
                    .filter(paper -> paper.trainedAs().equals(paper.id()))
                    .map(PaperNetwork::id)
                    .filter(id -> !elsewhere.contains(id))
                    .filter(id -> classes == 4 || !id.endsWith("-whole"))
                    .map(id -> Arguments.of(id, classes)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void learnsAndAnswersAsTheContractSays(String id, int classes) {
    PaperNetwork paper = PaperNetworks.byId(id).orElseThrow();
    ComputationGraph network = paper.build(dimensions(paper), classes, 3);
    INDArray features = features(paper);
    DataSet data = new DataSet(features, labels(network.outputSingle(features), classes));
    double before = network.score(data);
    int steps = paper.input().pieceFrames() > 1000 ? 2 : 5;
    for (int i = 0; i < steps; i++) {
      network.fit(data);
    }
    assertThat(network.score(data)).isLessThan(before);
    INDArray answer = network.outputSingle(data.getFeatures());
    assertThat(answer.size(0)).isEqualTo(BATCH);
    assertThat(answer.size(1)).isEqualTo(classes);
    assertThat(answer.minNumber().doubleValue()).isNotNegative();
    assertThat(answer.maxNumber().doubleValue()).isLessThanOrEqualTo(1);
    if (softmax(network)) {
      INDArray sums = answer.sum(1);
      assertThat(sums.equalsWithEps(Nd4j.onesLike(sums), 1e-5)).as("a softmax").isTrue();
    }
  }

  @Test
  void sameSeedSameParameters() {
    PaperNetwork paper = PaperNetworks.byId("bai-rcnn").orElseThrow();
    INDArray parameters = paper.build(33, 4, 3).params();
    assertThat(paper.build(33, 4, 3).params()).isEqualTo(parameters);
    assertThat(paper.build(33, 4, 4).params()).isNotEqualTo(parameters);
  }

  @Test
  void idsAreUnlike() {
    List<String> ids = PaperNetworks.all().stream().map(PaperNetwork::id).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    for (String id : ids) {
      assertThat(PaperNetworks.byId(id)).map(PaperNetwork::id).contains(id);
    }
    assertThat(PaperNetworks.byId("none")).isEmpty();
  }

  @Test
  void networksOfOneTrainingAreBuiltAlike() {
    List<String> served = new ArrayList<>();
    for (PaperNetwork paper : PaperNetworks.all()) {
      if (!paper.trainedAs().equals(paper.id())) {
        PaperNetwork trained = PaperNetworks.byId(paper.trainedAs()).orElseThrow();
        served.add(paper.id());
        assertThat(trained.trainedAs()).isEqualTo(trained.id());
        assertThat(paper.input()).isEqualTo(trained.input());
        assertThat(paper.schedule()).isEqualTo(trained.schedule());
        assertThat(paper.build(33, 4, 3).params()).isEqualTo(trained.build(33, 4, 3).params());
      }
    }
    assertThat(served).contains("bai-complex-cnn-7", "bai-complex-cnn-half");
  }

  @Test
  void theMarkIsTheOneFinalFigureOnTracks() {
    Map<String, Double> marks = new HashMap<>();
    for (PaperNetwork paper : PaperNetworks.all()) {
      List<PaperFigure> own = paper.figures().stream().filter(PaperFigure::mark).toList();
      assertThat(own).as(paper.id()).hasSizeLessThan(2);
      assertThat(own).allMatch(figure -> figure.what().matches("(tracks|clips), .*"));
      own.forEach(figure -> marks.put(paper.id(), figure.percent()));
    }
    assertThat(marks)
        .containsEntry("bai-complex-cnn", 96.0)
        .containsEntry("dai-lstm-512", 87.52)
        .containsEntry("wu-lstm", 97.0)
        .doesNotContainKeys("bai-lstm", "bai-rcnn", "bai-complex-cnn-half");
  }

  @Test
  void halfOfThePiecesIsAHalfHoweverMany() {
    assertThat(new BaiRcnn().decision()).isEqualTo(new Decision.Threshold(1, 2));
  }

  private static boolean softmax(ComputationGraph network) {
    return Arrays.stream(network.getLayers())
        .map(layer -> layer.conf().getLayer())
        .anyMatch(
            layer ->
                layer instanceof BaseOutputLayer output
                    && output.getActivationFn() instanceof ActivationSoftmax);
  }

  private static int dimensions(PaperNetwork paper) {
    return switch (paper.input().feature()) {
      case SCATTERING, SCATTERING_16K -> 525;
      case STFT_72 -> 72;
      case STFT_33 -> 33;
      case MEL -> 96;
    };
  }

  /** Each example has a level of its own, which is easy to learn. */
  private static INDArray features(PaperNetwork paper) {
    PaperInput input = paper.input();
    int dimensions = dimensions(paper);
    INDArray values =
        switch (input.shape()) {
          case FRAME -> Nd4j.randn(BATCH, dimensions);
          case SEQUENCE -> Nd4j.randn(BATCH, dimensions, Math.min(12, input.pieceFrames()));
          case IMAGE -> Nd4j.randn(BATCH, 1, dimensions, input.pieceFrames());
        };
    for (int i = 0; i < BATCH; i++) {
      values.slice(i).addi(i - 1.5);
    }
    return values;
  }

  /** In the shape of the answer: [batch, classes], or that with a time axis. */
  private static INDArray labels(INDArray answer, int classes) {
    INDArray labels = Nd4j.create(answer.shape());
    for (int i = 0; i < BATCH; i++) {
      labels.slice(i).slice(i * (classes - 1) / (BATCH - 1)).assign(1);
    }
    return labels;
  }
}
