package org.tonearm.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.backend.TrainingPack;
import org.tonearm.composition.Composition;
import org.tonearm.learn.Shelf;
import org.tonearm.model.suite.PaperModelSettings;
import org.tonearm.model.suite.PaperModelTraining;
import org.tonearm.model.training.ModelTraining;
import org.tonearm.model.training.TrainingSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tonearm train}. */
@Command(
    name = "train",
    header = "Train a model on labelled clips, measure it, and write it with its card.",
    description = {
      "Measures the recipe by folds of artists first (as 'tonearm evaluate' does), then trains on"
          + " all clips. What was done before a kill or Ctrl-C is not done again.",
      "With --network, trains a paper's network alone on all clips but one fold, which tells when"
          + " to stop.",
      "Copy the folder it names into the folder 'models' of Tonearm's data folder ('tonearm doctor'"
          + " tells where) to use the model: tonearm tag --genre-model ID."
    },
    footer = {
      "",
      "Examples:",
      "  tonearm train --task genre --manifest genre.csv --id genre-mine-1 --out trained",
      "  tonearm train --task mood --manifest mood.csv words.csv --id mood-mine-1 --out trained",
      "  tonearm train --network wu-indrnn --task mood --manifest mood.csv --id mood-wu-mine-1 --out"
          + " trained"
    })
final class TrainVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private TrainingOptions options;

  @ArgGroup(exclusive = false)
  private PaperOptions paper = new PaperOptions();

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "Name and version of the model, such as genre-mine-1.")
  private String id;

  @Option(
      names = "--not-music",
      paramLabel = "DIR",
      description = "Recordings that are no music (speech, noise), for the gate.")
  private Path notMusic;

  TrainVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, IOException, InterruptedException {
    TrainingPack.ofThisComputer().demand("train");
    Shelf.checkName(id);
    checkNotMusic();
    Path folder = paper.asked() ? paperNetwork() : recipe();
    workplace.terminal().out().println(Shown.path(folder));
    return ExitCode.GOOD;
  }

  /** Before hours of training, after which it is looked into; behind a link to it, too. */
  private void checkNotMusic() throws TonearmException, IOException {
    if (notMusic == null) {
      return;
    }
    boolean any = false;
    if (Files.isDirectory(notMusic)) {
      notMusic = notMusic.toRealPath();
      try (Stream<Path> files = Files.walk(notMusic)) {
        any = files.anyMatch(Files::isRegularFile);
      }
    }
    if (!any) {
      throw new ConfigurationException(
          "option",
          "--not-music names " + notMusic + ", which is no folder with files in it",
          "Name a folder of recordings of speech and noise, or leave it out.");
    }
  }

  private Path recipe() throws TonearmException, IOException, InterruptedException {
    TrainingSettings settings = options.settings(notMusic, Set.of(), workplace.commandLine());
    try (Composition composition = workplace.composition();
        TrainingProgress progress = new TrainingProgress(workplace.terminal())) {
      ModelTraining training = composition.training(progress);
      return new LongWork(workplace).run(() -> training.train(id, settings));
    }
  }

  private Path paperNetwork() throws TonearmException, IOException, InterruptedException {
    PaperModelSettings settings = options.paper(paper, notMusic, workplace.commandLine());
    try (Composition composition = workplace.composition();
        TrainingProgress progress = new TrainingProgress(workplace.terminal())) {
      PaperModelTraining training = composition.paperTraining(progress);
      return new LongWork(workplace).run(() -> training.train(id, settings));
    }
  }
}
