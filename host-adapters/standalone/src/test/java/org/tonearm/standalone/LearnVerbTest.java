package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Task;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ClassifierProvider;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.composition.Parts;
import org.tonearm.correction.Correction;
import org.tonearm.correction.CorrectionFile;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.model.classifier.JoinedClassifier;
import org.tonearm.model.classifier.ModelParts;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.classifier.NetworkGroup;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.verdict.Calibration;

final class LearnVerbTest {
  @TempDir Path temp;
  private Path library;
  private Path models;
  private Bench bench;

  @BeforeEach
  void makeLibrary() throws IOException {
    library = temp.resolve("music");
    models = temp.resolve("data/models");
    Parts fake = FakeListening.parts();
    bench =
        new Bench(
            temp.resolve("data"),
            new Parts(
                fake.decoders(), fake.extractors(), () -> List.of(new Teachable()), fake.codecs()));
    for (int i = 0; i < 12; i++) {
      song("jazz", "Sunday Morning", i);
      song("rock", "Peak  Time", i);
    }
    song("rock", "Polka", 50);
  }

  @Test
  void learnsInstallsAndTagsInTheUsersOwnWords() throws IOException {
    String before = state(library);
    assertThat(bench.run("learn", "--from-tags", library)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("Sunday Morning", "Polka (1)", "Right for 100 % of 24", "would be right for 50 %")
        .contains("Installed as mine-genre", "--genre-model mine-genre", "undo:");
    assertThat(state(library)).isEqualTo(before);
    assertThat(models.resolve("mine-genre/card.md")).content().contains("tonearm learn");
    assertThat(bench.run("models")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("teachable-1", "mine-genre  (genre)", "your own library");
    Path fresh = FakeFile.make(temp.resolve("new/song.mp3"), 40, "jazz");
    Path noise = FakeFile.make(temp.resolve("new/noise.mp3"), 40, "noise");
    assertThat(bench.run("tag", "--genre-model", "mine-genre", "--fields", "genre", fresh, noise))
        .isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(fresh)).contains("genre=Sunday Morning");
    assertThat(FakeFile.lines(noise)).noneMatch(line -> line.startsWith("genre="));
    assertThat(bench.run("tag", "--fields", "genre", "--dry-run", fresh)).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void whatWasCorrectedCountsBeforeTheTags() throws Exception {
    CorrectionFile corrections = new CorrectionFile(temp.resolve("data/corrections.jsonl"));
    assertThat(bench.run("learn", "--corrections")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("no corrections of the genre", "tonearm panel");
    assertThat(bench.run("learn")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("--from-tags=PATH", "--corrections");
    List<Correction> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(correction("Sunday Morning", i, i % 2 == 0 ? "Brunch; Vocal" : "Brunch"));
    }
    corrections.add(all);
    assertThat(bench.run("learn", "--from-tags", library, "--corrections", "--dry-run"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("Brunch", "Peak  Time")
        .doesNotContain("Sunday Morning", "Vocal");
    for (int i = 0; i < 12; i++) {
      all.set(i, correction("Peak  Time", i, i == 11 ? "Unknown" : "Night"));
    }
    corrections.add(all);
    assertThat(bench.run("learn", "--corrections", "--dry-run")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Brunch", "Night").doesNotContain("Polka", "Unknown", "Peak");
  }

  /** Else its own guesses would be learnt as what the owner says. */
  @Test
  void whatTonearmItselfWroteIsNoLabel() throws Exception {
    for (int i = 0; i < 12; i++) {
      FakeFile.make(library.resolve("bare" + i + "/a.mp3"), 60 + i, "jazz");
    }
    assertThat(bench.run("tag", "--fields", "genre", library)).isEqualTo(ExitCode.GOOD);
    Path changed = library.resolve("bare3/a.mp3");
    assertThat(FakeFile.lines(changed)).contains("genre=Jazz");
    FakeFile.make(changed, 63, "jazz", "genre=Sunday Morning");
    assertThat(bench.run("learn", "--from-tags", library, "--dry-run")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("Right for 100 % of 25")
        .contains("left out, for Tonearm itself wrote their genre: 11 (--own-answers")
        .doesNotContain("  Jazz");
    assertThat(bench.run("learn", "--from-tags", library, "--own-answers", "--dry-run"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("  Jazz").doesNotContain("Tonearm itself");
    assertThat(bench.run("learn", "--from-tags", library.resolve("bare5")))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("Tonearm itself wrote their genre: 1 (--own-answers");
    // All but the one that was changed since.
    assertThat(bench.run("undo")).isEqualTo(ExitCode.SOME_FAILED);
    for (int i = 4; i < 12; i++) {
      FakeFile.make(library.resolve("bare" + i + "/a.mp3"), 60 + i, "jazz", "genre=Jazz");
    }
    assertThat(bench.run("learn", "--from-tags", library, "--dry-run")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("  Jazz").doesNotContain("Tonearm itself");
  }

  private Correction correction(String genre, int number, String word) throws Exception {
    Path file = library.resolve(genre + number / 2).resolve(number + ".mp3");
    TagSnapshot tags = new FakeCodec().read(file, TagProfile.DEFAULT);
    return new Correction(
        file,
        Fingerprint.ofAudio(new FakeCodec().id(), tags),
        TagField.GENRE,
        "Jazz",
        word,
        Instant.EPOCH);
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldBeforeAnythingIsHeard() throws IOException {
    Files.createDirectories(models.getParent());
    Files.writeString(models, "a file where the folder of models should be");
    assertThat(bench.run("learn", "--from-tags", library)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err())
        .contains("can't be read or written", models.toString(), "Make room")
        .doesNotContain("An error in Tonearm itself", "\tat ");
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void anEarlierModelGoesOnlyWhenAsked() throws IOException {
    assertThat(bench.run("learn", "--from-tags", library)).isEqualTo(ExitCode.GOOD);
    String first = state(models);
    assertThat(bench.run("learn", "--from-tags", library)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("learnt before", "--replace");
    song("jazz", "Sunday Morning", 20);
    assertThat(bench.run("learn", "--from-tags", library, "--name", "other"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(state(models)).contains(first);
    assertThat(bench.run("learn", "--from-tags", library, "--replace")).isEqualTo(ExitCode.GOOD);
    assertThat(state(models)).doesNotContain(first);
    try (Stream<Path> files = Files.list(temp.resolve("data"))) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(".learning"));
    }
  }

  @Test
  void aDamagedModelHindersNoOtherAndIsLearntAgain() throws IOException {
    assertThat(bench.run("learn", "--from-tags", library, "--name", "sound"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("learn", "--from-tags", library)).isEqualTo(ExitCode.GOOD);
    cutShort(models.resolve("mine-genre/model.json"));
    Files.createDirectory(models.resolve("newer"));
    String later = "{\"format\": 99, \"info\": {\"id\": \"newer\", \"of\": \"a later version\"}}";
    Files.writeString(models.resolve("newer/model.json"), later);

    assertThat(bench.run("models")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("sound  (genre)").doesNotContain("mine-genre");
    assertThat(bench.err()).contains("mine-genre can't be read", "newer can't be read");
    assertThat(bench.run("tag", "--genre-model", "sound", "--fields", "genre", "-n", library))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("tag", "--genre-model", "mine-genre", "--fields", "genre", "-n", library))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("mine-genre can't be read");
    assertThat(bench.run("learn", "--from-tags", library)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("--replace");
    assertThat(bench.run("learn", "--from-tags", library, "--replace")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("models")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("mine-genre  (genre)");
  }

  /** A typing error in a model that was trained must not make it one that may go. */
  @Test
  void aTrainedModelThatCanNotBeReadIsNotReplaced() throws IOException {
    Path about = Files.createDirectories(models.resolve("mine-genre")).resolve("model.json");
    Files.writeString(about, "{\"format\": 1, \"info\": {\"id\": \"mine-genre\" \"task\": 1}}");
    String before = state(models);
    assertThat(bench.run("learn", "--from-tags", library, "--replace"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains(models.resolve("mine-genre") + " can't be read", "--name");
    assertThat(state(models)).isEqualTo(before);
    assertThat(bench.run("models")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.err()).contains("(model.json, line 1)\n  Mend").doesNotContain("\\n");
  }

  @Test
  void aFolderOfTheSameModelThatWouldBeUsedInItsPlaceIsNamed() throws IOException {
    assertThat(bench.run("learn", "--from-tags", library)).isEqualTo(ExitCode.GOOD);
    Path copy = Files.move(models.resolve("mine-genre"), models.resolve("a-copy"));
    assertThat(bench.run("learn", "--from-tags", library, "--replace"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("lies in " + copy, "Move that folder away");
    assertThat(models.resolve("mine-genre")).doesNotExist();
  }

  private static void cutShort(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
  }

  @Test
  void aModelOfTheOtherFieldIsNotReplaced() throws IOException {
    assertThat(bench.run("learn", "--from-tags", library, "--name", "mine"))
        .isEqualTo(ExitCode.GOOD);
    String first = state(models);
    assertThat(
            bench.run(
                "learn", "--from-tags", library, "--field", "mood", "--name", "mine", "--replace"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("was learnt for the genre", "--name");
    assertThat(state(models)).isEqualTo(first);
  }

  @Test
  void aReplacementThatBrokeOffIsTakenBack() throws IOException {
    assertThat(bench.run("learn", "--from-tags", library)).isEqualTo(ExitCode.GOOD);
    String first = state(models);
    Files.move(models.resolve("mine-genre"), temp.resolve("data/.learning-old-mine-genre"));
    assertThat(bench.run("learn", "--from-tags", library)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(state(models)).isEqualTo(first);
  }

  @Test
  void aDryRunInstallsNothing() {
    assertThat(bench.run("learn", "--from-tags", library, "--dry-run")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Right for 100 %", "Nothing was installed");
    assertThat(models).doesNotExist();
  }

  @Test
  void whatIsHardlyBetterThanGuessingIsInstalledOnlyWhenAsked() throws IOException {
    Path mixed = temp.resolve("mixed");
    for (int i = 0; i < 12; i++) {
      FakeFile.make(mixed.resolve(i + "/a.mp3"), 30 + i, "jazz", "genre=Even" + i % 2);
    }
    assertThat(bench.run("learn", "--from-tags", mixed, "--least", 4))
        .isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.out()).contains("Not installed");
    assertThat(models).doesNotExist();
    assertThat(bench.run("learn", "--from-tags", mixed, "--least", 4, "--install"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(models.resolve("mine-genre")).isDirectory();
  }

  @Test
  void fourOfFourMayBeChance() throws IOException {
    Path few = temp.resolve("few");
    for (int i = 0; i < 4; i++) {
      String sound = i % 2 == 0 ? "jazz" : "rock";
      FakeFile.make(few.resolve(i + "/a.mp3"), 30 + i, sound, "genre=" + sound);
    }
    assertThat(bench.run("learn", "--from-tags", few, "--least", 2))
        .isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.out()).contains("Right for 100 % of 4", "Not installed: with so few artists");
    assertThat(models).doesNotExist();
  }

  @Test
  void anotherTrackTakesThePlaceOfOneThatCanNotBeHeard() throws IOException {
    FakeFile.make(library.resolve("Sunday Morning0/0.mp3"), 0, "jazz", "genre=Sunday Morning");
    assertThat(bench.run("learn", "--from-tags", library, "--least", 8, "--most", 8, "--dry-run"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Sunday Morning", "Right for 100 % of 16");
    assertThat(bench.err()).contains("Listening: 16 of 16", "Listening: 1 of 1");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Path bare = FakeFile.make(temp.resolve("bare/a.mp3"), 30, "jazz").getParent();
    assertThat(bench.run("learn", "--from-tags", bare)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err())
        .contains("None of 1 tracks has a genre")
        .doesNotContain("read or heard");
    Path deaf = temp.resolve("deaf");
    for (int i = 0; i < 4; i++) {
      FakeFile.make(deaf.resolve(i + "/a.mp3"), 30, "broken" + i, "genre=Even" + i % 2);
    }
    assertThat(bench.run("learn", "--from-tags", deaf, "--least", 2)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("could not be read or heard: 4. ", "a.mp3");
    assertThat(bench.run("learn", "--from-tags", library, "--least", 13))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("two labels", "Sunday Morning (12", "--least");
    assertThat(bench.run("learn", "--from-tags", library, "--least", 751, "--most", 800))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("--least is 751", "expected 2 to 750");
    assertThat(bench.run("learn", "--from-tags", library, "--name", "teachable-1"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("not learnt from tags");
    assertThat(bench.run("learn", "--from-tags", library, "--name", "../up"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.run("learn", "--from-tags", library, "--field", "mood"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.run("learn", "--from-tags", library, "--field", "comment"))
        .isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void aFaultOfTheDiskIsToldAsOneAndAFaultOfTonearmWithItsTrace() {
    assertThat(failing(new IOException("No space left on device")).run("models"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err())
        .contains("can't be read or written: No space left on device")
        .doesNotContain("\tat ");
    DecodeException silent = new DecodeException("broken", "a.wav: silent.", "Get another copy.");
    assertThat(failing(new IOException("features", silent)).run("models"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).startsWith("a.wav: silent.\n  Get another copy.");
    assertThat(failing(new IOException("ours", new IllegalStateException("a fault"))).run("models"))
        .isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.err()).contains("An error in Tonearm itself", "\tat ");
  }

  private Bench failing(IOException fault) {
    Parts fake = FakeListening.parts();
    bench =
        new Bench(
            temp.resolve("data"),
            new Parts(
                fake.decoders(),
                fake.extractors(),
                () -> {
                  throw new UncheckedIOException(fault);
                },
                fake.codecs()));
    return bench;
  }

  /** Two songs lie in a folder; all have audio of their own. */
  private void song(String sound, String genre, int number) throws IOException {
    FakeFile.make(
        library.resolve(genre + number / 2).resolve(number + ".mp3"),
        30 + number,
        sound,
        "genre=" + genre);
  }

  private static String state(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.getFileName().toString().endsWith(".png")) {
          all.append(file).append(' ').append(Files.size(file)).append('\n');
          all.append(
              new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }

  /** A model of the shipped kind on frames of one value: 0 jazz, 1 rock, 2 noise. */
  private static final class Teachable implements ClassifierProvider {
    private static final ModelInfo INFO =
        new ModelInfo(
            "teachable-1",
            Task.GENRE,
            List.of("jazz", "rock"),
            "fake-frames",
            6,
            0.6,
            "none",
            "none",
            "none",
            Map.of("jazz", "Jazz", "rock", "Rock"));

    @Override
    public List<ModelInfo> installed() {
      return List.of(INFO);
    }

    @Override
    public Classifier open(String id) {
      NetworkWeights weights =
          new NetworkWeights(
              6,
              List.of(
                  new NetworkWeights.Recurrent(
                      1, 2, new float[] {1, -1}, new float[2], new float[] {0, 1})),
              List.of(
                  new NetworkWeights.Output(
                      "genre",
                      HeadKind.SOFTMAX,
                      4,
                      2,
                      new float[] {-4, 4, 4, -4, 0, 0, 0, 0},
                      new float[2])));
      return new JoinedClassifier(
          new ModelParts(
              INFO,
              "genre",
              0.5,
              new Calibration(1),
              List.of(
                  new NetworkGroup(
                      new Standardizer(new float[1], new float[] {1}), List.of(weights))),
              machine(0, 1),
              new MusicGate(machine(2, 0.5f))));
    }

    private static StatisticsModel machine(float first, float second) {
      List<float[]> rows = new ArrayList<>();
      int[] labels = new int[40];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = i % 2;
        float level = (i % 2 == 0 ? first : second) + (i % 5 - 2) * 0.2f;
        rows.add(new float[] {level, 0, level, level, 0});
      }
      return StatisticsModel.train(SupportVectorTraining.BASELINE, rows, labels, 2);
    }
  }
}
