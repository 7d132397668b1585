package org.tonearm.model.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.classifier.ModelParts;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.WindowStatistics;

/**
 * Trains a model for use: measures the recipe by folds, trains it once more on all clips, and
 * writes weights and card. What {@code tonearm train} does.
 */
public final class ModelTraining {
  private static final int GATE_VARIANTS = 10;
  private static final int GATE_CLIPS = 700;

  private final AudioDecoder decoder;
  private final ScatteringExtractor extractor;
  private final TrainingListener listener;

  /** Takes a decoder, the features, and who is told of progress. */
  public ModelTraining(
      AudioDecoder decoder, ScatteringExtractor extractor, TrainingListener listener) {
    this.decoder = decoder;
    this.extractor = extractor;
    this.listener = listener;
  }

  /**
   * Trains and writes a model.
   *
   * @param id of the model
   * @return its folder, {@code out/id}
   */
  public Path train(String id, TrainingSettings settings)
      throws ConfigurationException, IOException, InterruptedException {
    Evaluation evaluation = new Evaluation(decoder, extractor, listener);
    List<Example> examples = evaluation.examples(settings);
    Evaluation.Outcome outcome = evaluation.run(settings, examples);
    TrainingPlan plan = TrainingPlan.of(settings.task());
    TrainedNetwork network = evaluation.networks(settings).train("final network", examples);
    StatisticsModel statistics = statistics(settings, plan, examples);
    listener.progress("gate against speech and noise", 0, 1, "");
    MusicGate gate = gate(settings, examples);
    listener.progress("gate against speech and noise", 1, 1, "");
    JoinedFit joined =
        JoinedFit.fit(
            outcome.scores().main().stream().map(ClipScores::logProbabilities).toList(),
            outcome.scores().main().stream().map(ClipScores::truth).toList());
    ModelCard card = new ModelCard(id, settings, plan, examples, outcome, network, joined);
    ModelParts parts =
        new ModelParts(
            card.info(extractor.id()),
            plan.head(),
            joined.networkShare(),
            joined.calibration(),
            network.weights(),
            network.standardizer(),
            statistics,
            gate);
    Path folder = settings.out().resolve(id);
    ModelFolder.write(folder, parts);
    card.write(folder);
    for (String chart : List.of("confusion", "reliability")) {
      Files.copy(
          settings.out().resolve("evaluation-" + chart + ".png"),
          folder.resolve(chart + ".png"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return folder;
  }

  private static StatisticsModel statistics(
      TrainingSettings settings, TrainingPlan plan, List<Example> examples) {
    List<Example> scored = examples.stream().filter(e -> plan.scored(e.clip())).toList();
    return StatisticsModel.train(
        settings.statistics(),
        scored.stream().map(e -> WindowStatistics.of(e.frames())).toList(),
        scored.stream().mapToInt(e -> plan.truth(e.clip())).toArray(),
        plan.labels().size());
  }

  private MusicGate gate(TrainingSettings settings, List<Example> examples)
      throws IOException, InterruptedException {
    List<Frames> others = new ArrayList<>();
    if (settings.notMusic() != null) {
      try (var files = Files.walk(settings.notMusic())) {
        List<Clip> clips =
            files
                .filter(Files::isRegularFile)
                .sorted()
                .map(
                    f ->
                        new Clip(f, f.toString(), "not-music", f.toString(), 0, java.util.Map.of()))
                .toList();
        new ExampleLoader(
                new org.tonearm.model.dataset.FeatureCache(settings.cache(), decoder, extractor),
                listener)
            .load(clips, settings.jobs())
            .forEach(e -> others.add(e.frames()));
      }
    }
    return new GateTraining(extractor, GATE_VARIANTS, GATE_CLIPS)
        .train(examples.stream().map(Example::frames).toList(), others);
  }
}
