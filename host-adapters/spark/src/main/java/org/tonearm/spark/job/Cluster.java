package org.tonearm.spark.job;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.configuration.RunSettings;
import org.tonearm.configuration.Scope;
import org.tonearm.run.ModelInUse;
import org.tonearm.spark.analyze.Analyze;
import org.tonearm.spark.analyze.Turn;
import org.tonearm.spark.analyze.WaveSize;
import org.tonearm.spark.engine.Engines;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.engine.ModelName;
import org.tonearm.spark.plan.Plan;
import org.tonearm.spark.plan.RowPlanner;
import org.tonearm.spark.plan.TaskSense;
import org.tonearm.spark.report.Counts;
import org.tonearm.spark.report.RowJson;
import org.tonearm.spark.scan.Scan;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Scores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.write.WriteResult;
import org.tonearm.spark.write.Writing;

/** One job on a cluster: its session, its settings and its tables. Confined to one thread. */
public final class Cluster implements AutoCloseable {
  private final JobRequest request;
  private final SparkSession spark;
  private final Output output;
  private final Recordings recordings;
  private final RunSettings read;
  private final Broadcast<JobSettings> settings;
  private final Progress progress;
  private final PrintStream err;
  private long failed;

  /**
   * Opens the session.
   *
   * @param stage its word
   * @param once whether no task may run twice at a time
   * @param err told how far it is, and what is wrong
   */
  public Cluster(JobRequest request, String stage, boolean once, PrintStream err)
      throws TonearmException, IOException {
    this.request = request;
    this.err = err;
    this.progress = new Progress(err, System::nanoTime);
    String folder = Output.address(request.output());
    List<String> below = inputs(request);
    JobSettings job = SentSettings.of(request);
    this.read = job.read();
    if (read.configuration().tagging().scope() == Scope.ALBUM) {
      throw new ConfigurationException(
          "configuration",
          "A cluster gives each track a genre of its own, and the scope is 'album'.",
          "Set scope = \"track\" in the configuration.");
    }
    this.spark = Session.open(request, stage, once);
    spark.sparkContext().addSparkListener(progress);
    this.settings =
        sent(job.withHadoop(Session.hadoop(spark.sparkContext().hadoopConfiguration())));
    this.output = new Output(folder, spark.sparkContext().hadoopConfiguration());
    this.recordings = new Recordings(spark, output, below);
  }

  private Broadcast<JobSettings> sent(JobSettings job) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(job);
  }

  private static List<String> inputs(JobRequest request) throws ConfigurationException {
    try {
      return request.inputs().stream().map(AudioUri::of).toList();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "cluster-input",
          "What --input names can't be used: " + e.getMessage() + ".",
          "Name folders or files by --input.",
          e);
    }
  }

  /** Scans, and hears what was not heard yet. */
  public Counts analyze() throws TonearmException, IOException {
    if (request.inputs().isEmpty()) {
      throw new ConfigurationException(
          "cluster-input", "Nothing is named to be heard.", "Name folders or files by --input.");
    }
    String run = output.newRun("inputs");
    try (Turn turn = Turn.take(output, run)) {
      return analyze(run, turn);
    }
  }

  private Counts analyze(String run, Turn turn) throws TonearmException, IOException {
    progress.begin("Listing …");
    new Scan(spark, output, settings, read.configuration().listening().excerpts())
        .run(recordings.below(), run);
    recordings.tellProblems(run, err);
    WaveSize usual = WaveSize.USUAL;
    new Analyze(spark, output, settings, progress::begin)
        .run(
            run,
            model(),
            new WaveSize(
                request.taskMinutes().orElse(usual.taskSeconds() / 60) * 60,
                request.waveTasks().orElse(usual.tasks())),
            turn);
    progress.begin("Counting …");
    Counting counting = counting();
    Counts counts = counting.counts();
    counts.demandWhole(counting.doubled());
    failed = counts.failed() + recordings.unlisted(run);
    return counts;
  }

  /** Plans what was heard. */
  public Counts plan() throws TonearmException, IOException {
    Scores scores = scores();
    progress.begin("Planning …");
    String run = output.newRun("plan");
    PlannedUnder.keep(output, run, settings.value());
    new Plan(output, settings)
        .run(scores, recordings.chosen(), senses(), request.forcePartial(), run);
    return counting().counts();
  }

  /** Writes the newest plan. */
  public Counts apply() throws TonearmException, IOException {
    String plan = output.newest("plan", "Run 'tonearm cluster plan' with this --output first.");
    output
        .unfinished("plan", plan)
        .ifPresent(
            run ->
                err.println(
                    "A newer plan, of run "
                        + run
                        + ", did not come to its end, so an older one is"
                        + " written. To have the newer one, stop this and plan again."));
    JobSettings under = PlannedUnder.of(output, plan, settings.value(), request.configuration());
    under.read(); // faults, such as a tree of genres that is gone, are told here
    progress.begin("Writing the plan of run " + plan + " …");
    Dataset<Row> rows = Plan.read(spark, output, plan);
    told(
        new Writing(spark, output, sent(under), err::println)
            .apply(recordings.chosen(rows), plan, recordings.all().count(), request.allowed()));
    return ofPlan().counts();
  }

  /** Takes back what was written. */
  public Counts undo() throws TonearmException, IOException {
    if (!output.has("journal")) {
      throw new ConfigurationException(
          "cluster-output",
          "Nothing was written under " + output.uri() + " yet.",
          "There is nothing to take back.");
    }
    progress.begin("Taking back …");
    told(
        new Writing(spark, output, settings, err::println)
            .undo(recordings.below(), request.allowed()));
    return ofPlan().counts();
  }

  /**
   * How many recordings the stage that just ended could not hear or write, or left alone, and how
   * many folders it could not list.
   */
  public long failed() {
    return failed;
  }

  private void told(WriteResult result) {
    result.tell(err::println);
    failed = result.failed();
  }

  /** Counts. */
  public Counts report() throws TonearmException, IOException {
    scores();
    return counting().counts();
  }

  /** Prints a line of JSON for each recording. */
  public void rows(PrintStream out) throws TonearmException, IOException {
    RowJson json = new RowJson(new RowPlanner(settings.value(), senses(), request.forcePartial()));
    Dataset<Row> rows = scores().of(recordings.chosen()).drop("windows", "tags", "tag_error");
    for (Iterator<Row> it = rows.toLocalIterator(); it.hasNext(); ) {
      out.println(json.of(it.next()));
    }
  }

  @Override
  public void close() {
    spark.stop();
  }

  /** Of the models that are asked for, if they are those that were heard. */
  private Scores scores() throws TonearmException, IOException {
    Scores scores = new Scores(spark, output, model());
    HeardModels.demand(scores);
    return scores;
  }

  private Counting counting() throws TonearmException, IOException {
    return counting(model());
  }

  /** Stages that go by a plan go by its models, too. */
  private Counting ofPlan() throws TonearmException, IOException {
    Optional<String> run = output.find("plan");
    List<Row> first =
        run.isEmpty()
            ? List.of()
            : Plan.read(spark, output, run.get()).select("model").limit(1).collectAsList();
    return counting(first.isEmpty() ? model() : first.get(0).getString(0));
  }

  private Counting counting(String model) throws TonearmException, IOException {
    return new Counting(
        spark,
        output,
        new Scores(spark, output, model),
        recordings.chosen(),
        settings,
        recordings.below(),
        err::println);
  }

  private List<ModelInUse> models() throws TonearmException {
    return Engines.of(settings.value(), false, 1, OptionalInt.empty()).models();
  }

  private String model() throws TonearmException {
    return ModelName.of(models(), read.configuration().listening().excerpts());
  }

  private Map<String, TaskSense> senses() throws TonearmException {
    Map<String, TaskSense> senses = new TreeMap<>();
    for (ModelInUse model : models()) {
      senses.put(model.classifier().info().task().word(), TaskSense.of(model));
    }
    return senses;
  }
}
