package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.WindowResult;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.classifier.JoinedClassifier;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.feature.listening.ListeningExtractor;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.verdict.Thresholds;
import org.tonearm.model.verdict.VerdictRule;

/**
 * From manifests with kinds to a model that tells them: house and techno are tones, others noise.
 */
class SubgenreTrainingTest {
  private static final int GROUPS = 11;
  private static final int FOLDS = 3;
  private static final int SECONDS = 8;

  @TempDir Path folder;

  @Test
  void aModelLearnsTheKindsThatItsManifestsName() throws Exception {
    TrainingSettings settings = settings();
    Path model = new ModelTraining(new Tones(), TrainingListener.SILENT).train("tiny-1", settings);
    assertThat(model.resolve("model.json")).content().contains("subgenres", "house", "techno");
    assertThat(model.resolve("card.md"))
        .content()
        .contains("### Kinds of electronic", "| techno | 0 | 22 |", "are left out: ambient")
        .contains(
            "Network A: 2 IndRNN layers", " 2 such networks", "Network B: convolutions of 16");
    assertThat(model.resolve("card.json")).content().contains("\"ofOneSource\" : [ ]");
    try (Classifier classifier =
        new JoinedClassifier(ModelFolder.read(file -> Files.newInputStream(model.resolve(file))))) {
      assertThat(verdict(classifier, "house-new", "electronic").subgenre())
          .map(LabelScore::label)
          .contains("house");
      Verdict techno = verdict(classifier, "techno-new", "electronic");
      assertThat(techno.narrowest()).extracting(LabelScore::label).containsExactly("techno");
      assertThat(techno.narrowest().get(0).score()).isBetween(0.45, 0.9);
      assertThat(verdict(classifier, "techno-new", "rock").subgenre()).isEmpty();
    }

    Path written = settings.out().resolve("evaluation-subgenres.md");
    String first = Files.readString(written);
    try (Stream<Path> files = Files.walk(settings.out().resolve("held-out"))) {
      for (Path kept : files.filter(f -> f.toString().endsWith("-subgenres.json")).toList()) {
        Files.delete(kept); // as a run left it that knew nothing of kinds
      }
    }
    Evaluation again =
        new Evaluation(
            new Tones(),
            (stage, done, total, note) ->
                assertThat(stage).as("networks are kept").doesNotStartWith("fold "));
    again.run(settings, again.examples(settings));
    assertThat(written).hasContent(first);
  }

  /** What is told of a sound of which the genre is known with 0.9. */
  private static Verdict verdict(Classifier classifier, String name, String genre) {
    ListeningExtractor extractor = new ListeningExtractor();
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    float[] samples = sound(name, extractor.sampleRate());
    stream.push(samples, 0, samples.length);
    stream.finish();
    List<WindowResult> results =
        classifier.score(List.<float[][]>of(frames.toArray(float[][]::new)));
    return new VerdictRule()
        .decide(
            Task.GENRE,
            classifier.info().id(),
            List.of(new LabelScore(genre, 0.9)),
            1,
            new Thresholds(0.5),
            classifier.subgenres(results));
  }

  private TrainingSettings settings() throws IOException {
    StringBuilder rows = new StringBuilder("path,group,dataset,duration_s,genre,subgenre\n");
    for (int group = 0; group < GROUPS; group++) {
      for (String kind : List.of("house", "techno")) {
        row(rows, kind + "-" + group + "-0", "g" + group, "set 0", "electronic", kind);
        row(rows, kind + "-" + group + "-1", "g" + group, "set 1", "electronic", kind);
      }
    }
    row(rows, "ambient-0", "g0", "set 0", "electronic", "ambient");
    for (int fold = 0; fold < FOLDS; fold++) {
      for (String genre : Targets.GENRES) {
        if (!genre.equals("electronic")) {
          row(rows, genre + "-" + fold, "others " + fold, "set 2", genre, "");
        }
      }
    }
    Files.writeString(folder.resolve("clips.csv"), rows);
    return new TrainingSettings(
        Task.GENRE,
        "",
        List.of(folder.resolve("clips.csv")),
        null,
        folder.resolve("out"),
        folder.resolve("cache"),
        FOLDS,
        1,
        1,
        "",
        List.of(
            new EnsembleRecipe(TinyMusic.recipe(1), 2),
            new EnsembleRecipe(TinyMusic.pictures(1), 1)),
        Set.of(),
        SupportVectorTraining.SHIPPED,
        "test");
  }

  private void row(StringBuilder rows, String name, String... cells) throws IOException {
    Files.writeString(folder.resolve(name), name);
    rows.append(name).append(',').append(cells[0]).append(',').append(cells[1]).append(",8,");
    rows.append(cells[2]).append(',').append(cells[3]).append('\n');
  }

  private static float[] sound(String name, int sampleRate) {
    Random random = new Random(name.hashCode());
    double middle =
        switch (name.substring(0, name.indexOf('-'))) {
          case "house" -> 300;
          case "techno" -> 1200;
          case "ambient" -> 600;
          default -> 0;
        };
    double hertz = middle * (1 + 0.05 * random.nextDouble());
    float[] samples = new float[SECONDS * sampleRate];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          (float)
              (0.3 * Math.sin(2 * Math.PI * hertz * i / sampleRate)
                  + (middle > 0 ? 0.05 : 0.2) * random.nextGaussian());
    }
    return samples;
  }

  private static final class Tones implements AudioDecoder {
    @Override
    public DecodeReport decode(Path file, int sampleRate, Excerpts excerpts, PcmSink sink) {
      float[] samples = sound(file.getFileName().toString(), sampleRate);
      sink.begin(0);
      sink.accept(samples, 0, samples.length);
      return new DecodeReport(samples.length, SECONDS, true, "tone", List.of());
    }
  }
}
