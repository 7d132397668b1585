package org.tonearm.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagField;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import org.tonearm.correction.CorrectionFile;
import org.tonearm.correction.Corrections;
import org.tonearm.learn.LearnSettings;
import org.tonearm.learn.Learner;
import org.tonearm.learn.Lesson;
import org.tonearm.learn.OwnAnswers;
import org.tonearm.learn.Shelf;
import org.tonearm.run.ListeningSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tonearm learn}. */
@Command(
    name = "learn",
    sortOptions = false,
    sortSynopsis = false,
    header = "Learn your own labels from the tags of your own library.",
    description = {
      "Reads the tags, listens to the tracks, and measures how well the labels can be told apart,"
          + " on artists held out. Installs the model if that is better than guessing.",
      "No tag is changed, and nothing leaves this machine."
    },
    footer = {
      "",
      "Examples:",
      "  tonearm learn --from-tags ~/Music",
      "  tonearm learn --from-tags ~/Music/tagged --field mood --name my-moods --dry-run",
      "  tonearm learn --from-tags ~/Music --corrections --replace",
      "  tonearm tag --genre-model mine-genre --dry-run ~/Music/new"
    })
final class LearnVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Spec private CommandSpec spec;

  @Option(
      names = "--from-tags",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, and folders with all that is in them, whose tags are learnt.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--corrections",
      description =
          "Learn from the words that you wrote with the panel in place of what was told. They prevail"
              + " over the tags; without --from-tags, these tracks alone are learnt from.")
  private boolean corrections;

  @Option(
      names = "--own-answers",
      description =
          "Learn from values that Tonearm itself wrote, too. They are left out otherwise, as they say"
              + " nothing of how you sort.")
  private boolean ownAnswers;

  @Option(
      names = "--field",
      defaultValue = "genre",
      paramLabel = "genre|mood",
      description = "The field whose values are the labels (default: ${DEFAULT-VALUE}).")
  private Task field;

  @Option(
      names = "--name",
      paramLabel = "ID",
      description = "Name of the model (default: mine-genre or mine-mood).")
  private String name;

  @Option(
      names = "--least",
      defaultValue = "8",
      paramLabel = "N",
      description = "Tracks that a label needs; rarer ones are left out (default: 8).")
  private int least;

  @Option(
      names = "--most",
      defaultValue = "200",
      paramLabel = "N",
      description = "Tracks of a label that are listened to, of all its artists (default: 200).")
  private int most;

  @Option(names = "--dry-run", description = "Show the figures and install nothing.")
  private boolean dryRun;

  @Option(names = "--install", description = "Install even if it may be no better than guessing.")
  private boolean install;

  @Option(names = "--replace", description = "Put it in the place of one learnt before.")
  private boolean replace;

  @Option(
      names = "--excerpts",
      paramLabel = "whole|N",
      description =
          "Listen to the whole track (default), or to N excerpts: faster for long tracks.")
  private String excerpts;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Tracks heard at a time (default: one for each processor core).")
  private String jobs;

  @Mixin private ConfigurationOption configuration;

  LearnVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, IOException, InterruptedException {
    check();
    RunSettings run =
        configuration.settings(
            workplace,
            new Choices()
                .with("--excerpts", excerpts, "listening.excerpts")
                .with("--jobs", jobs, "listening.jobs")
                .all());
    try (Composition composition = workplace.composition(run.configuration())) {
      Shelf shelf = composition.shelf();
      if (!dryRun) {
        shelf.check(id(), field, replace);
      }
      LearnText text = new LearnText(workplace.terminal(), field);
      Lesson lesson = learn(composition, settings(run));
      text.figures(lesson);
      boolean good = install || lesson.taught().useful();
      if (dryRun || !good) {
        text.notInstalled(lesson, dryRun);
        return dryRun ? ExitCode.GOOD : ExitCode.SOME_FAILED;
      }
      shelf.check(id(), field, replace); // Another command may have learnt it meanwhile.
      text.installed(lesson, shelf.install(lesson));
      return ExitCode.GOOD;
    }
  }

  private Corrections corrected() throws TonearmException {
    return new CorrectionFile(workplace.data().corrections()).read();
  }

  private OwnAnswers answers(Composition composition) throws TonearmException {
    return ownAnswers || !Files.exists(workplace.data().journal())
        ? OwnAnswers.NONE
        : OwnAnswers.of(workplace.journal(composition), TagField.of(field), corrected());
  }

  /** The places named, and the corrected files that are still where they were. */
  private List<Path> places(Corrections corrected) throws ConfigurationException {
    List<Path> places = new ArrayList<>(paths);
    corrected.files(TagField.of(field)).stream().filter(Files::exists).forEach(places::add);
    if (places.isEmpty()) {
      throw new ConfigurationException(
          "no-labels",
          "There are no corrections of the " + field.word() + " to learn from.",
          "Correct some tracks in 'tonearm panel' and write them, or name folders with --from-tags.");
    }
    return places;
  }

  private Lesson learn(Composition composition, LearnSettings settings)
      throws TonearmException, IOException, InterruptedException {
    Corrections corrected = corrections ? corrected() : Corrections.NONE;
    OwnAnswers answers = answers(composition);
    Learner learner = composition.learner();
    List<Track> tracks;
    List<Path> places = places(corrected);
    try (Stream<Track> found =
        workplace.host().tracks(new TrackRequest(places, List.of(), List.of(), this::tell))) {
      tracks = found.takeWhile(track -> !workplace.cancellation().requested()).toList();
    }
    try (TrainingProgress progress = new TrainingProgress(workplace.terminal())) {
      return new LongWork(workplace)
          .run(
              () ->
                  learner.learn(
                      tracks, corrected, answers, settings, progress, workplace.cancellation()));
    }
  }

  private void tell(TrackRequest.Problem problem) {
    workplace.terminal().err().println(Shown.text(problem.error().getMessage()));
  }

  private LearnSettings settings(RunSettings run) {
    ListeningSettings listening = run.listening();
    return new LearnSettings(
        id(),
        field,
        run.tagging(false, false).profile(),
        listening.excerpts(),
        listening.jobs(),
        least,
        most,
        workplace.commandLine());
  }

  private String id() {
    return name == null ? "mine-" + field.word() : name;
  }

  private void check() throws ConfigurationException {
    if (paths.isEmpty() && !corrections) {
      throw new ParameterException(
          spec.commandLine(), "Missing required option: '--from-tags=PATH', or '--corrections'.");
    }
    int largest = LearnSettings.LARGEST_LEAST;
    if (least < 2 || most < least || least > largest) {
      throw new ConfigurationException(
          "option",
          "--least is "
              + least
              + " and --most is "
              + most
              + ", expected 2 to "
              + largest
              + ", and no less.",
          "Leave both out, or give numbers such as --least 8 --most 200.");
    }
  }
}
