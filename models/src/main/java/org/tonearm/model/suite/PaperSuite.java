package org.tonearm.model.suite;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.ClipIds;
import org.tonearm.model.dataset.Manifests;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.network.paper.RatedNetwork;
import org.tonearm.model.suite.cost.NetworkCost;
import org.tonearm.model.suite.cost.NetworkCosts;
import org.tonearm.model.suite.fit.Stopping;
import org.tonearm.model.suite.outcome.FoldRecord;
import org.tonearm.model.suite.outcome.Records;
import org.tonearm.model.suite.report.RowFigures;
import org.tonearm.model.suite.report.RowInfo;
import org.tonearm.model.suite.report.SuiteReport;
import org.tonearm.model.training.TrainingListener;

/**
 * Trains and measures every network of the papers on the same folds and writes one table. What has
 * been done is kept as records; the table is made of all records there are, so a run may be killed,
 * or split over rows, tasks and processes.
 */
public final class PaperSuite {
  /** Epochs without a better validation loss after which a training ends. */
  static final int PATIENCE = 5;

  /** Epochs of the quick form. */
  static final int QUICK_EPOCHS = 2;

  private static final double QUICK_SECONDS = 5;

  private final List<PaperNetwork> networks;
  private final Function<PaperFeature, FeatureExtractor> extractors;
  private final LayoutReader layouts;
  private final AudioDecoder decoder;
  private final TrainingListener listener;

  /**
   * @param networks one a row
   * @param extractors asked when a row of a feature is run
   * @param layouts reads data sets as their authors lay them out
   * @param decoder decodes clips
   * @param listener told of features, epochs and records, by several threads
   */
  public PaperSuite(
      List<PaperNetwork> networks,
      Function<PaperFeature, FeatureExtractor> extractors,
      LayoutReader layouts,
      AudioDecoder decoder,
      TrainingListener listener) {
    this.networks = List.copyOf(networks);
    this.extractors = extractors;
    this.layouts = layouts;
    this.decoder = decoder;
    this.listener = listener;
  }

  /**
   * Runs the rows asked for and writes the table of all that there are.
   *
   * @throws ConfigurationException if a manifest, data set or row can't be used
   * @throws IOException if features or records can't be read or written
   * @throws InterruptedException if the thread is interrupted
   */
  public SuiteReport run(SuiteSettings settings)
      throws ConfigurationException, IOException, InterruptedException {
    SuiteClips clips = new SuiteClips(settings, clips(settings));
    clips.check();
    List<PaperNetwork> trained = RatedNetwork.all(networks, settings.rate());
    Records records =
        new Records(
            RecordFolders.own(settings.out(), clips.key(), settings.rate(), settings.quick()));
    ClipFrames frames = new ClipFrames(settings.cache(), decoder, extractors);
    SuiteRows rows =
        new SuiteRows(
            trained,
            new Bench(
                frames,
                records,
                stopping(settings),
                ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime,
                listener,
                settings.seed()),
            settings.splitColumn().isEmpty()
                ? RowInfo.ARTISTS
                : "column " + settings.splitColumn());
    if (clips.tasks().isEmpty()) {
      throw new ConfigurationException(
          "manifest",
          "the clips given have fewer than two labels",
          "Give a manifest with a column genre, or quadrant, and clips of 8 seconds or more.");
    }
    List<SuiteRow> planned = rows(settings, clips, rows, Set.of());
    check("--rows", "row", settings.rows(), planned.stream().map(row -> row.info().id()));
    check("--leakage", "network", settings.leakage(), networks.stream().map(PaperNetwork::id));
    Set<PaperFeature> features =
        planned.stream()
            .filter(row -> settings.runs(row.info().id()))
            .flatMap(row -> row.work().features().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unreadable =
        new FeaturePass(frames, listener).run(features, clips.used(), settings.jobs());
    List<SuiteRow> all = rows(settings, clips, rows, unreadable);
    List<FoldPlan> plans =
        clips.tasks().stream().map(task -> clips.plan(task, unreadable)).toList();
    SuiteWork work = new SuiteWork(records, listener, settings.jobs());
    work.run(
        all.stream().filter(row -> settings.runs(row.info().id())).toList(),
        () -> report(settings, plans, all, records).write(settings.out()));
    SuiteReport report = report(settings, plans, all, records);
    report.write(settings.out());
    return report;
  }

  private List<Clip> clips(SuiteSettings settings) throws ConfigurationException, IOException {
    List<Clip> clips = new ArrayList<>(new Manifests(settings.manifests()).clips());
    Set<Path> named = new HashSet<>();
    for (Clip clip : clips) {
      named.add(clip.path().toRealPath());
    }
    for (DataSetSource source : settings.dataSets()) {
      for (Clip clip : layouts.clips(source)) {
        if (named.add(clip.path().toRealPath())) { // else a manifest tells its group
          clips.add(clip);
        }
      }
    }
    return ClipIds.distinct(clips);
  }

  private static Stopping stopping(SuiteSettings settings) {
    return settings.quick()
        ? new Stopping(PATIENCE, QUICK_SECONDS, QUICK_EPOCHS)
        : new Stopping(PATIENCE, 60 * settings.budgetMinutes(), Integer.MAX_VALUE);
  }

  private static List<SuiteRow> rows(
      SuiteSettings settings, SuiteClips clips, SuiteRows rows, Set<String> unreadable) {
    List<SuiteRow> all = new ArrayList<>();
    for (Task task : clips.tasks()) {
      FoldPlan plan = clips.plan(task, unreadable);
      all.add(rows.baseline(plan));
      all.addAll(rows.networkRows(plan));
      all.addAll(rows.segmentRows(plan));
      if (task == Task.GENRE && settings.splitColumn().isEmpty()) {
        all.addAll(rows.leakRows(clips, settings.leakage(), unreadable));
      }
    }
    return all;
  }

  private static void check(String option, String kind, Set<String> named, Stream<String> known)
      throws ConfigurationException {
    Set<String> ids = known.collect(Collectors.toCollection(TreeSet::new));
    for (String id : named) {
      if (!ids.contains(id)) {
        throw new ConfigurationException(
            "option",
            option + " names " + id + ", which is no " + kind,
            "Give a " + kind + " of these: " + String.join(", ", ids));
      }
    }
  }

  private SuiteReport report(
      SuiteSettings settings, List<FoldPlan> plans, List<SuiteRow> rows, Records records)
      throws IOException {
    List<RowFigures> figures = new ArrayList<>();
    NetworkCosts costs = NetworkCosts.in(settings.out());
    for (SuiteRow row : rows) {
      List<FoldRecord> folds =
          records.of(row.plan().task(), row.info().id()).stream()
              .filter(fold -> fold.recipe().equals(row.work().recipe()))
              .toList();
      if (!folds.isEmpty()) {
        Optional<NetworkCost> cost = row.work().trains().flatMap(costs::of);
        figures.add(new RowFigures(row.info(), row.plan().task(), folds, cost));
      }
    }
    String title = "Networks of the five papers" + (settings.quick() ? ", quick form" : "");
    return new SuiteReport(title, SuiteNotes.of(settings, plans, networks, figures), figures);
  }
}
