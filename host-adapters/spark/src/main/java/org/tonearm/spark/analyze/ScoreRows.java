package org.tonearm.spark.analyze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Subgenres;
import org.tonearm.api.Task;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.run.HeardTrack;
import org.tonearm.run.ModelInUse;
import org.tonearm.run.TrackProblem;
import org.tonearm.run.TrackScores;
import org.tonearm.run.WindowScore;
import org.tonearm.spark.engine.HeardRecording;
import org.tonearm.spark.engine.Names;
import org.tonearm.spark.engine.ReadTags;
import org.tonearm.spark.engine.Recording;
import org.tonearm.spark.schema.Tables;

/** Rows of scores: values as they are, bit by bit. */
final class ScoreRows {
  private final List<ModelInUse> models;
  private final String model;
  private final String run;

  ScoreRows(List<ModelInUse> models, String model, String run) {
    this.models = models;
    this.model = model;
    this.run = run;
  }

  Row of(HeardRecording heard, int bucket) {
    Recording recording = heard.recording();
    Optional<HeardTrack> track = heard.heard();
    boolean scored = track.filter(t -> !t.analyses().isEmpty()).isPresent();
    return RowFactory.create(
        Tables.VERSION,
        recording.uri(),
        recording.size(),
        recording.modified(),
        recording.version(),
        heard.tags().map(ReadTags::fingerprint).orElse(""),
        heard.problem().isPresent() ? "failed" : scored ? "scored" : "skipped",
        track.map(t -> t.report().format()).orElse(null),
        track.map(t -> t.report().durationSeconds()).orElse(null),
        track.map(t -> t.report().complete()).orElse(null),
        track.map(t -> t.warnings().toArray(String[]::new)).orElse(new String[0]),
        task(track, Task.GENRE),
        task(track, Task.MOOD),
        heard.scores().map(ScoreRows::windows).orElse(new Row[0]),
        heard.tags().map(ReadTags::tags).map(ScoreRows::fields).orElse(null),
        heard.tags().map(ReadTags::tags).map(TagSnapshot::format).orElse(null),
        heard.tagProblem().map(ScoreRows::problem).orElse(null),
        heard
            .problem()
            .map(ScoreRows::problem)
            .orElseGet(() -> scored ? null : tooShort(recording)),
        run,
        heard.cpuNanos() / 1e9,
        run,
        model,
        bucket);
  }

  private Row task(Optional<HeardTrack> track, Task task) {
    Analysis analysis = track.map(t -> t.analyses().get(task)).orElse(null);
    if (analysis == null) {
      return null;
    }
    String version =
        models.stream()
            .filter(used -> used.classifier().info().task() == task)
            .map(used -> used.classifier().version())
            .findFirst()
            .orElseThrow();
    return RowFactory.create(
        analysis.modelId(),
        version,
        analysis.music(),
        labels(analysis.scores()),
        analysis.subgenres().stream().map(ScoreRows::subgenres).toArray(Row[]::new));
  }

  private static Row subgenres(Subgenres level) {
    return RowFactory.create(level.parent(), labels(level.scores()), level.threshold());
  }

  private static Row[] labels(List<LabelScore> labels) {
    return labels.stream()
        .map(label -> RowFactory.create(label.label(), label.score()))
        .toArray(Row[]::new);
  }

  private static Row[] windows(TrackScores scores) {
    List<Row> rows = new ArrayList<>();
    for (Task task : Task.values()) {
      for (WindowScore window : scores.windows().getOrDefault(task, List.of())) {
        rows.add(
            RowFactory.create(
                task.word(),
                window.startSeconds(),
                window.endSeconds(),
                window.result().music(),
                boxed(window.result().logProbabilities()),
                boxed(window.result().further())));
      }
    }
    return rows.toArray(Row[]::new);
  }

  private static Double[] boxed(double[] values) {
    return Arrays.stream(values).boxed().toArray(Double[]::new);
  }

  static Row[] fields(TagSnapshot tags) {
    List<Row> rows = new ArrayList<>();
    for (TagField field : TagField.values()) {
      Map<TagField, FieldState> states = tags.fields();
      List<String> values = states.getOrDefault(field, FieldState.ABSENT).values();
      if (!values.isEmpty()) {
        rows.add(RowFactory.create(field.word(), values.toArray(String[]::new)));
      }
    }
    return rows.toArray(Row[]::new);
  }

  private static Row problem(TrackProblem problem) {
    return RowFactory.create(problem.code(), problem.message(), problem.remedy());
  }

  private static Row tooShort(Recording recording) {
    return RowFactory.create(
        "too-short",
        Names.shown(recording.uri())
            + ": too short to tell anything; at least 3 seconds are needed.",
        "Nothing to do; tag it by hand if it needs a tag.");
  }
}
