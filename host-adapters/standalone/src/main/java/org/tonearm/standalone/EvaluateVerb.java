package org.tonearm.standalone;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.backend.TrainingPack;
import org.tonearm.composition.Composition;
import org.tonearm.model.suite.PaperSuite;
import org.tonearm.model.suite.SuiteSettings;
import org.tonearm.model.suite.report.SuiteReport;
import org.tonearm.model.training.Evaluation;
import org.tonearm.model.training.RecipeStep;
import org.tonearm.model.training.TrainingSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tonearm evaluate}. */
@Command(
    name = "evaluate",
    header = "Measure how well the recipe tells genre or mood, by folds of artists.",
    description =
        "Trains and tests once for each fold; no artist stands on both sides. Writes tables,"
            + " charts and raw figures into --out, and prints the tables. With --suite papers, all"
            + " networks of the five papers are measured in one table.",
    footer = {
      "",
      "Examples:",
      "  tonearm evaluate --task mood --manifest mood.csv --out results/mood",
      "  tonearm evaluate --task genre --manifest genre.csv --out results/genre --folds 5 --jobs 2",
      "  tonearm evaluate --suite papers --quick --manifest genre.csv mood.csv --out results/papers"
    })
final class EvaluateVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Mixin private TrainingOptions options;

  @ArgGroup(exclusive = false)
  private SuiteOptions suite = new SuiteOptions();

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "STEP",
      description =
          "Leave steps of the networks' training out, to see what they gain: augmentation,"
              + " band-limit, masks, mixup, balance; questions: all but the one that is told.")
  private Set<RecipeStep> without = Set.of();

  EvaluateVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, IOException, InterruptedException {
    TrainingPack.ofThisComputer().demand("evaluate");
    return suite.asked() ? papers() : recipe();
  }

  private int papers() throws TonearmException, IOException, InterruptedException {
    SuiteSettings settings = options.suite(suite);
    SuiteReport report;
    try (Composition composition = workplace.composition();
        TrainingProgress progress = new TrainingProgress(workplace.terminal())) {
      PaperSuite papers = composition.papers(progress);
      report = new LongWork(workplace).run(() -> papers.run(settings));
    }
    workplace.terminal().out().println(report.markdown());
    workplace.terminal().err().println("Written to " + Shown.path(settings.out()));
    return ExitCode.GOOD;
  }

  private int recipe() throws TonearmException, IOException, InterruptedException {
    TrainingSettings settings = options.settings(null, without, workplace.commandLine());
    Evaluation.Outcome outcome;
    try (Composition composition = workplace.composition();
        TrainingProgress progress = new TrainingProgress(workplace.terminal())) {
      Evaluation evaluation = composition.evaluation(progress);
      outcome =
          new LongWork(workplace)
              .run(() -> evaluation.run(settings, evaluation.examples(settings)));
    }
    workplace.terminal().out().println(outcome.report().markdown());
    if (outcome.subset() != null) {
      workplace.terminal().out().println(outcome.subset().markdown());
    }
    workplace.terminal().err().println("Written to " + Shown.path(settings.out()));
    return ExitCode.GOOD;
  }
}
