package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.WindowScores;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.HeardFile;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.Credits;

/** Tracks that no one ever played, the same each time, for pictures of the panel. */
final class MadeUpLibrary {
  static final List<String> GENRES = List.of("Electronic", "Rock", "Jazz", "Hip Hop", "Classical");
  static final Map<String, String> MOODS =
      Map.of("Q1", "Happy", "Q2", "Angry", "Q3", "Sad", "Q4", "Relaxed");

  private static final List<String> FIRST =
      List.of("Paper", "Velvet", "Northern", "Quiet", "Copper", "Seven", "Glass", "Late");
  private static final List<String> SECOND =
      List.of("Harbour", "Signals", "Garden", "Engine", "Letters", "Meridian", "Tide");
  private static final int WINDOWS = 24;
  private static final double SECONDS = 240;
  private static final double SURE = 0.55;

  private final Random random = new Random(7);
  private final int windows;

  /** With scores over time as a listener would have them. */
  MadeUpLibrary() {
    this(WINDOWS);
  }

  /**
   * With scores over time.
   *
   * @param windows how many a track has
   */
  MadeUpLibrary(int windows) {
    this.windows = windows;
  }

  /** So many of them. */
  List<HeardFile> tracks(int count) {
    List<HeardFile> tracks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tracks.add(track(i));
    }
    return tracks;
  }

  private HeardFile track(int number) {
    String artist = "The " + pick(FIRST) + " " + pick(SECOND);
    String title = pick(FIRST) + " " + pick(SECOND);
    Path path = Path.of("/music", artist, String.format("%02d %s.flac", number + 1, title));
    Map<Task, Analysis> analyses = new EnumMap<>(Task.class);
    Map<TagField, List<String>> current = new EnumMap<>(TagField.class);
    List<Verdict> verdicts = new ArrayList<>();
    List<FieldChange> changes = new ArrayList<>();
    for (Task task : Task.values()) {
      List<String> labels = task == Task.GENRE ? GENRES : MOODS.keySet().stream().sorted().toList();
      Analysis analysis = analysis(task, labels);
      LabelScore best = analysis.scores().get(0);
      boolean told = best.score() >= SURE;
      analyses.put(task, analysis);
      verdicts.add(
          new Verdict(
              task,
              analysis.modelId(),
              told ? List.of(best) : List.of(),
              analysis.scores(),
              told ? "" : "unsure"));
      TagField field = TagField.of(task);
      if (random.nextInt(3) == 0) {
        current.put(field, List.of(MOODS.getOrDefault(best.label(), best.label())));
      } else if (told) {
        String word = MOODS.getOrDefault(best.label(), best.label());
        changes.add(new FieldChange(field, List.of(), List.of(word), "the field was empty"));
      }
    }
    if (!changes.isEmpty() && number % 4 == 1) {
      List<String> note = List.of("Tonearm: " + String.join(", ", words(changes)));
      changes.add(new FieldChange(TagField.COMMENT, List.of(), note, "as the settings ask"));
    }
    String status = changes.isEmpty() ? "unchanged" : PlannedTrack.PLANNED;
    PlannedTrack planned =
        new PlannedTrack(path, status, "", SECONDS, verdicts, changes, Optional.empty());
    return HeardFile.of(new Credits(title, artist), current, planned, analyses);
  }

  private static List<String> words(List<FieldChange> changes) {
    return changes.stream().flatMap(change -> change.after().stream()).toList();
  }

  private Analysis analysis(Task task, List<String> labels) {
    double[] weights = new double[labels.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(2 * random.nextGaussian());
    }
    List<WindowScores> timeline = new ArrayList<>();
    double[] drift = new double[weights.length];
    for (int w = 0; w < windows; w++) {
      double[] now = new double[weights.length];
      for (int i = 0; i < now.length; i++) {
        drift[i] = 0.8 * drift[i] + 0.4 * random.nextGaussian();
        now[i] = weights[i] * Math.exp(drift[i]);
      }
      timeline.add(
          new WindowScores(
              w * SECONDS / windows, (w + 1) * SECONDS / windows, scores(labels, now)));
    }
    return new Analysis(task, "made-up-1", scores(labels, weights), 1, timeline);
  }

  private static List<LabelScore> scores(List<String> labels, double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    List<LabelScore> scores = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      scores.add(new LabelScore(labels.get(i), weights[i] / sum));
    }
    scores.sort(Comparator.comparingDouble(LabelScore::score).reversed());
    return scores;
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
