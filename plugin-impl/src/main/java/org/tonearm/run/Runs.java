package org.tonearm.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.verdict.Thresholds;
import org.tonearm.model.verdict.VerdictRule;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.plan.TagPlanner;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.AlbumTags;
import org.tonearm.tag.write.TagWriter;

/** Runs over many tracks. Loads the models at the start of a run and lets go of them at its end. */
public final class Runs {
  private final AudioDecoder decoder;
  private final FeatureExtractors extractors;
  private final InstalledModels models;
  private final VerdictRule rule;
  private final CodecRegistry codecs;
  private final TagPlanner planner;
  private final TagWriter writer;
  private final Recollection recollection;
  private final AlbumTags albumTags;

  /** Of the installed parts. */
  public Runs(
      AudioDecoder decoder,
      FeatureExtractors extractors,
      InstalledModels models,
      VerdictRule rule,
      CodecRegistry codecs,
      TagPlanner planner,
      TagWriter writer,
      Recollection recollection,
      AlbumTags albumTags) {
    this.decoder = decoder;
    this.extractors = extractors;
    this.models = models;
    this.rule = rule;
    this.codecs = codecs;
    this.planner = planner;
    this.writer = writer;
    this.recollection = recollection;
    this.albumTags = albumTags;
  }

  /**
   * Hears tracks and tells of them; no file is touched.
   *
   * @throws ConfigurationException if a model is missing
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void analyze(
      Iterator<Track> tracks,
      ListeningSettings settings,
      RunListener listener,
      Cancellation cancellation)
      throws ConfigurationException, InterruptedException {
    try (Listening listening = listening(settings)) {
      new Pipeline<>(
              Function.<Track>identity(),
              new Hearing(listening, recollection),
              (heard, outcomes) -> outcomes.finished(Reporting.heard(heard)),
              settings.jobs())
          .run(tracks, listener, cancellation);
    }
  }

  /**
   * Hears tracks and plans their tags; no file is written.
   *
   * @param proposals told of each track, on the calling thread
   * @throws ConfigurationException if a model is missing
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void plan(
      Iterator<Track> tracks,
      ListeningSettings settings,
      TaggingSettings tagging,
      Consumer<Proposal> proposals,
      RunListener listener,
      Cancellation cancellation)
      throws ConfigurationException, InterruptedException {
    try (Listening listening = listening(settings)) {
      Pipeline.Finishing<Proposal> telling =
          (proposal, outcomes) -> {
            proposals.accept(proposal);
            outcomes.finished(proposal.outcome());
          };
      way(listening, tagging, telling, settings.jobs()).run(tracks, listener, cancellation);
    }
  }

  /**
   * Hears tracks, plans their tags and writes them.
   *
   * @param journal records every write before it happens
   * @param commandLine recorded with the run
   * @return the journal's number of the run, by which it can be undone
   * @throws TonearmException if a model is missing or the journal can't be written
   * @throws InterruptedException if the calling thread is interrupted
   */
  public long tag(
      Iterator<Track> tracks,
      ListeningSettings settings,
      TaggingSettings tagging,
      Journal journal,
      String commandLine,
      RunListener listener,
      Cancellation cancellation)
      throws TonearmException, InterruptedException {
    try (Listening listening = listening(settings)) {
      JournalRun run = journal.begin(commandLine);
      try {
        Writing writing = new Writing(writer, recollection, tagging, run);
        way(listening, tagging, writing, settings.jobs()).run(tracks, listener, cancellation);
      } finally {
        run.finish();
      }
      return run.id();
    }
  }

  /**
   * Writes what was planned earlier. A file that was changed since is left alone, and told as
   * failed.
   *
   * @param planned tracks with changes
   * @param settings the profile is to be the one of the plan
   * @param journal records every write before it happens
   * @param jobs files read at a time, 1 or more
   * @return the journal's number of the run
   * @throws TonearmException if the journal can't be written
   * @throws InterruptedException if the calling thread is interrupted
   */
  public long apply(
      Iterator<PlannedTrack> planned,
      TaggingSettings settings,
      Journal journal,
      String commandLine,
      int jobs,
      RunListener listener,
      Cancellation cancellation)
      throws TonearmException, InterruptedException {
    JournalRun run = journal.begin(commandLine);
    try {
      applying(settings, new Writing(writer, recollection, settings, run), jobs)
          .run(planned, listener, cancellation);
    } finally {
      run.finish();
    }
    return run.id();
  }

  /**
   * Looks which planned changes could still be written; writes none.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void checkPlan(
      Iterator<PlannedTrack> planned,
      TaggingSettings settings,
      int jobs,
      RunListener listener,
      Cancellation cancellation)
      throws InterruptedException {
    applying(settings, (proposal, outcomes) -> outcomes.finished(proposal.outcome()), jobs)
        .run(planned, listener, cancellation);
  }

  private Pipeline<PlannedTrack, Proposal> applying(
      TaggingSettings settings, Pipeline.Finishing<Proposal> finishing, int jobs) {
    return new Pipeline<>(
        PlannedTrack::track,
        new Applying(codecs, recollection, settings.profile()),
        finishing,
        jobs);
  }

  /** The way of tracks up to a last stage that takes proposals. */
  private TaggingWay way(
      Listening listening, TaggingSettings settings, Pipeline.Finishing<Proposal> last, int jobs) {
    Map<Task, Map<String, String>> words = new EnumMap<>(Task.class);
    for (ModelInUse model : listening.models()) {
      ModelInfo info = model.classifier().info();
      words.put(info.task(), info.words());
    }
    return new TaggingWay(
        new Considering(planner, listening, recollection, settings, albumTags::album),
        new Proposing(codecs, planner, words, settings),
        settings.albums() ? genreThresholds(listening) : Optional.empty(),
        rule,
        last,
        jobs);
  }

  private static Optional<Thresholds> genreThresholds(Listening listening) {
    return listening.models().stream()
        .filter(model -> model.classifier().info().task() == Task.GENRE)
        .map(ModelInUse::thresholds)
        .findFirst();
  }

  /**
   * Loads the models that a run takes, for who hears tracks by itself.
   *
   * @return closed by the caller
   * @throws ConfigurationException if a model is missing
   */
  public Listening listening(ListeningSettings settings) throws ConfigurationException {
    List<ModelInUse> inUse = new ArrayList<>();
    List<Classifier> opened = new ArrayList<>();
    try {
      for (Task task : new TreeSet<>(settings.tasks())) {
        Classifier classifier = models.open(task, Optional.ofNullable(settings.models().get(task)));
        opened.add(classifier);
      }
      List<ModelInfo> all = opened.stream().map(Classifier::info).toList();
      for (Classifier classifier : opened) {
        ModelInfo info = classifier.info();
        inUse.add(
            new ModelInUse(classifier, extractors.of(info, all), settings.thresholdsOf(info)));
      }
      return new Listening(
          decoder, inUse, rule, settings.excerpts(), recollection.frames(), settings.subgenres());
    } catch (ConfigurationException | RuntimeException e) {
      opened.forEach(Classifier::close);
      throw e;
    }
  }
}
