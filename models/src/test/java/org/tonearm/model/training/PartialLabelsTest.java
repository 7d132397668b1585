package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.classifier.JoinedClassifier;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.feature.listening.ListeningExtractor;
import org.tonearm.model.statistics.SupportVectorTraining;

/** Manifests that name some of the labels, and those from which a label can't be learned. */
class PartialLabelsTest {
  private static final int FOLDS = 3;

  @TempDir Path folder;

  private final StringBuilder rows = new StringBuilder("path,group,dataset,duration_s,label\n");

  @Test
  void aModelKnowsTheLabelsThatItsManifestNames() throws Exception {
    for (int group = 0; group < 5; group++) {
      row("C2", group, "g" + group);
      row("C5", group, "g" + group);
    }
    Path model =
        new ModelTraining(new NumberTones(), TrainingListener.SILENT).train("tiny-1", settings(""));
    assertThat(folder.resolve("out/evaluation.md")).content().contains("| C2 | 5 |", "| C5 | 5 |");
    try (Classifier classifier =
        new JoinedClassifier(ModelFolder.read(file -> Files.newInputStream(model.resolve(file))))) {
      assertThat(classifier.info().labels()).containsExactly("C2", "C5");
      for (int label = 0; label < 2; label++) {
        String name = classifier.info().labels().get(label) + "-new";
        double[] told = classifier.vote(classifier.score(List.<float[][]>of(frames(name))));
        assertThat(told).hasSize(2);
        assertThat(told[label]).as(name).isGreaterThan(0.5);
      }
    }
  }

  @Test
  void aLabelOfOneArtistIsRefusedBeforeAnythingIsTrained() throws Exception {
    for (int group = 0; group < 3; group++) {
      row("C1", group, "g" + group);
      row("C2", group, "g" + group);
      row("C3", group, "g0");
    }
    assertRefused("").hasMessageContainingAll("C3", "clips: 3, groups: 1");
  }

  @Test
  void aSingleLabelIsRefused() throws Exception {
    for (int group = 0; group < 3; group++) {
      row("C4", group, "g" + group);
    }
    assertRefused("").hasMessageContaining("one label for the question cluster: C4");
  }

  @Test
  void aSubsetThatIsNotThereIsRefused() throws Exception {
    for (int group = 0; group < 10; group++) {
      row("C1", group, "g" + group);
      row("C2", group, "g" + group);
    }
    assertRefused("tonnes").hasMessageContaining("--subset names tonnes");
    new Evaluation(new NumberTones(), TrainingListener.SILENT).examples(settings("tones"));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String subset)
      throws Exception {
    TrainingSettings settings = settings(subset);
    TrainingListener features =
        (stage, done, total, note) -> {
          if (!stage.equals("features")) {
            throw new AssertionError("began with " + stage);
          }
        };
    return assertThatThrownBy(
            () -> {
              Evaluation evaluation = new Evaluation(new NumberTones(), features);
              evaluation.run(settings, evaluation.examples(settings));
            })
        .isInstanceOf(ConfigurationException.class);
  }

  private void row(String label, int number, String group) throws IOException {
    String name = label + "-" + number + ".wav";
    Files.writeString(folder.resolve(name), name);
    rows.append(name).append(',').append(group).append(",tones,8,").append(label).append('\n');
  }

  private static float[][] frames(String name) {
    ListeningExtractor extractor = new ListeningExtractor();
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    float[] samples = NumberTones.samples(name, extractor.sampleRate());
    stream.push(samples, 0, samples.length);
    stream.finish();
    return frames.toArray(float[][]::new);
  }

  private TrainingSettings settings(String subset) throws IOException {
    Files.writeString(folder.resolve("clips.csv"), rows);
    return new TrainingSettings(
        Task.MOOD,
        "cluster",
        List.of(folder.resolve("clips.csv")),
        null,
        folder.resolve("out"),
        folder.resolve("cache"),
        FOLDS,
        1,
        1,
        subset,
        List.of(new EnsembleRecipe(TinyMusic.recipe(1), 1)),
        Set.of(),
        SupportVectorTraining.SHIPPED,
        "test");
  }
}
