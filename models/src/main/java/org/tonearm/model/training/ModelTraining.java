package org.tonearm.model.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.classifier.ModelParts;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.stacking.SubgenreMachine;
import org.tonearm.model.statistics.SupportVectors;
import org.tonearm.model.statistics.WindowListener;

/**
 * Trains a model for use: measures the recipe by folds, trains it once more on all clips, and
 * writes weights and card. What {@code tonearm train} does.
 */
public final class ModelTraining {
  private static final int GATE_VARIANTS = 10;
  private static final int GATE_CLIPS = 700;

  private final AudioDecoder decoder;
  private final TrainingListener listener;

  /** Takes a decoder, and who is told of progress. */
  public ModelTraining(AudioDecoder decoder, TrainingListener listener) {
    this.decoder = decoder;
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
    Evaluation evaluation = new Evaluation(decoder, listener);
    List<Example> examples = evaluation.examples(settings);
    Evaluation.Outcome outcome = evaluation.run(settings, examples);
    TrainingPlan plan = outcome.plan();
    TrainedEnsemble networks =
        evaluation.networks(settings).train("final network", examples).telling(plan);
    listener.progress("final statistics", 0, 1, "");
    Stack stack = evaluation.stacks(settings).train(examples);
    WindowListener statistics =
        stack
            .with(machine(settings, plan, examples, stack))
            .with(subgenres(settings, plan, examples, outcome, stack));
    listener.progress("final statistics", 1, 1, "");
    listener.progress("gate against speech and noise", 0, 1, "");
    MusicGate gate = gate(settings, evaluation, examples);
    listener.progress("gate against speech and noise", 1, 1, "");
    List<HeldOut> held = outcome.scores().main().stream().map(ClipScores::heldOut).toList();
    JoinedFit joined =
        JoinedFit.fit(
            held.stream().map(HeldOut::logProbabilities).toList(),
            held.stream().map(HeldOut::truth).toList());
    ModelCard card = new ModelCard(id, settings, plan, examples, outcome, networks, stack, joined);
    ModelParts parts =
        new ModelParts(
            card.info(evaluation.cache(settings).extractor().id()),
            plan.head(),
            joined.networkShare(),
            joined.calibration(),
            networks.groups(),
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

  private static SupportVectors machine(
      TrainingSettings settings, TrainingPlan plan, List<Example> examples, Stack stack) {
    List<Example> scored = examples.stream().filter(e -> plan.scored(e.clip())).toList();
    return settings
        .statistics()
        .train(
            scored.stream().map(stack::row).toList(),
            scored.stream().mapToInt(e -> plan.truth(e.clip())).toArray(),
            plan.labels().size(),
            StackedRows.GAMMA);
  }

  /** Machines for the kinds of genres that were told right often enough. */
  private static List<SubgenreMachine> subgenres(
      TrainingSettings settings,
      TrainingPlan plan,
      List<Example> examples,
      Evaluation.Outcome outcome,
      Stack stack) {
    List<SubgenreMachine> machines = new ArrayList<>();
    for (SubgenreReport report : outcome.subgenres()) {
      if (report.threshold().isPresent()) {
        SubgenreScoring scoring =
            new SubgenreScoring(
                settings.statistics(),
                new SubgenreQuestion(plan, report.parent(), report.labels()));
        machines.add(
            new SubgenreMachine(
                report.parent(),
                report.labels(),
                scoring.train(examples, e -> true, stack).orElseThrow(),
                report.calibration(),
                report.threshold().getAsDouble()));
      }
    }
    return machines;
  }

  private MusicGate gate(TrainingSettings settings, Evaluation evaluation, List<Example> examples)
      throws IOException, InterruptedException {
    List<Frames> others = new ArrayList<>();
    if (settings.notMusic() != null) {
      try (var files = Files.walk(settings.notMusic())) {
        List<Clip> clips =
            files
                .filter(Files::isRegularFile)
                .sorted()
                .map(f -> new Clip(f, f.toString(), "not-music", f.toString(), 0, Map.of()))
                .toList();
        new ExampleLoader(
                evaluation.cache(settings),
                listener,
                (clip, frames) -> new Example(clip, ListeningLayout.scattering(frames)))
            .load(clips, settings.jobs())
            .forEach(e -> others.add(e.frames()));
      }
    }
    return new GateTraining(evaluation.scattering(), GATE_VARIANTS, GATE_CLIPS)
        .train(examples.stream().map(Example::scattering).toList(), others);
  }
}
