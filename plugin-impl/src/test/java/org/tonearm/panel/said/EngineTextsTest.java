package org.tonearm.panel.said;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.backend.BackendChoice;
import org.tonearm.backend.BackendSelection;
import org.tonearm.backend.Card;
import org.tonearm.backend.CardProbe;
import org.tonearm.backend.CudaPack;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.Fault;
import org.tonearm.configuration.FaultyConfigurationException;
import org.tonearm.doctor.BugReport;
import org.tonearm.run.Correcting;
import org.tonearm.tag.plan.CommentSettings;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.plan.Policy;
import org.tonearm.tag.plan.TagPlanner;
import org.tonearm.tag.plan.Vocabulary;
import org.tonearm.taxonomy.Taxonomy;

/** The engine's sentences, in the engine's own language and in another one. */
final class EngineTextsTest {
  private static final EngineTexts ENGLISH = new EngineTexts(Locale.ENGLISH);
  private static final EngineTexts GERMAN = new EngineTexts(Locale.GERMANY);

  @TempDir Path temp;

  @Test
  void everyCodeHasAGermanSentence() throws IOException {
    for (String code : codes()) {
      String told = GERMAN.problem(code, "It went wrong.", "Do something.");
      assertThat(told).as(code).doesNotContain("It went wrong", "Do something").endsWith(".");
    }
    ResourceBundle german = ResourceBundle.getBundle("org.tonearm.panel.Errors", Locale.GERMAN);
    assertThat(german.keySet()).isEqualTo(codes());
  }

  @Test
  void inEnglishTheEngineSpeaksForItself() {
    assertThat(ENGLISH.problem("no-space", "/a/b.mp3: no room.", "Make some."))
        .isEqualTo("/a/b.mp3: no room. Make some.");
  }

  @Test
  void whatItIsAboutStandsBeforeTheSentence() {
    assertThat(GERMAN.problem("missing", "There is no file /m/a b.mp3.", ""))
        .startsWith("/m/a b.mp3: Diese Datei gibt es nicht.");
    assertThat(GERMAN.problem("no-model", "No model for genre is installed.", ""))
        .startsWith("Für diese Frage");
    assertThat(GERMAN.problem("a-code-to-come", "Something new.", "Look."))
        .isEqualTo("Something new. Look.");
    assertThat(GERMAN.problem(new IllegalStateException("odd"))).contains("odd");
    assertThat(GERMAN.problem(new DecodeException("empty", "/m/a.mp3: it is empty.", "Fetch it.")))
        .isEqualTo("/m/a.mp3: Die Datei ist leer. Holen Sie sie noch einmal.");
  }

  @Test
  void aReasonThatIsKnownComesWithIt() {
    assertThat(
            GERMAN.problem(
                "own-genres",
                "/d/genres.txt: Donk can't be changed: Donk stands under itself.",
                ""))
        .startsWith("/d/genres.txt: Ihre Genredatei")
        .endsWith("(Donk steht unter sich selbst)");
  }

  /** Each way in which a value can be wrong. */
  @Test
  void everyFaultOfTheConfigurationIsToldInGerman() throws IOException {
    Files.writeString(temp.resolve("genres.txt"), "Donk\n   Tonk\n");
    Files.writeString(temp.resolve("circle.txt"), "House\n  Electronic\n");
    Files.writeString(temp.resolve("self.txt"), "Donk\n  Donk\n");
    Files.writeString(temp.resolve("section.txt"), "[others]\n");
    Files.writeString(temp.resolve("name.txt"), "Donk | Bounce\nTonk | Bounce\n");
    Files.write(temp.resolve("latin.txt"), new byte[] {(byte) 0xE4, '\n'});
    List<Fault> faults = new ArrayList<>();
    for (String text :
        List.of(
            "[tagging]\npolicy = \"guess\"\nsubgenres = 1\nfields = []\nprotected = \"genre\"",
            "[tagging]\npolicies = \"fill\"\nfields = [\"colour\"]",
            "[thresholds]\nmin-genre = \"x\"\nmin-mood = 7\n[thresholds.genre]\nrock = 7",
            "[listening]\njobs = \"x\"\nexcerpts = 0",
            "[models]\ngenre = 3",
            "[moods]\nQ1 = \"\"\nQ2 = \"a\\nb\"\nQ3 = \"a; b\"",
            "[format.mp3]\nseparator = \"&\"",
            "[watch]\nsettle = \"soon\"\npoll = \"3 parsecs\"\nhealth = \"0 s\"",
            "[watch]\nquiet-hours = \"now\"\ndo-not-touch = [3]\nstatus-port = 0",
            "[watch]\nquiet-hours = \"22:00-22:00\"\nsettle = \"999999999999999 years\"",
            "[watch]\nquiet-hours = \"22:00-29:00\"",
            "[index]\nfeatures-max = \"big\"\nfolder = \"\\u0000\"",
            "[taxonomy]\nwhitelist = [\"Jaz\", \"Zzzzzzzz\"]\nplaceholders = [\"/(/\"]",
            "[taxonomy]\nwhitelist = [\"Zzzzzzzz\"]",
            "[taxonomy]\ngenre-tree = \"genres.txt\"",
            "[taxonomy]\ngenre-tree = \"circle.txt\"",
            "[taxonomy]\ngenre-tree = \"self.txt\"",
            "[taxonomy]\ngenre-tree = \"section.txt\"",
            "[taxonomy]\ngenre-tree = \"name.txt\"",
            "[taxonomy]\ngenre-tree = \"latin.txt\"",
            "[taxonomy]\ngenre-tree = \"nowhere.txt\"",
            "[journal]\nkeep = \"a while\"",
            "[tagging")) {
      faults.addAll(
          ConfigurationSheet.of(
                  temp.resolve("tonearm.toml"), Optional.of(text), "test", TagProfile.DEFAULT)
              .faults());
    }
    Set<String> still = new TreeSet<>();
    for (Fault fault : faults) {
      if (GERMAN.part(fault.reason()).equals(fault.reason())) {
        still.add(fault.reason());
      }
      // Words that are to be written into the file as they are need no translation.
      boolean words = fault.accepted().matches("[a-z0-9.-]+(, [a-z0-9.-]+)*|true, false|");
      if (!words && GERMAN.part(fault.accepted()).equals(fault.accepted())) {
        still.add(fault.accepted());
      }
      assertThat(ENGLISH.part(fault.reason())).isEqualTo(fault.reason());
      assertThat(ENGLISH.part(fault.accepted())).isEqualTo(fault.accepted());
      assertThat(ENGLISH.fault(fault)).isEqualTo(fault.text());
    }
    assertThat(still).isEmpty();
    assertThat(faults).hasSizeGreaterThan(25);
    assertThat(GERMAN.problem(new FaultyConfigurationException(faults)))
        .contains("thresholds.min-mood = 7: nicht zwischen 0 und 1", "Beheben Sie sie");
  }

  @Test
  void everyReasonForAChangeIsToldInGerman() {
    Set<String> reasons = new HashSet<>();
    for (Policy policy : Policy.values()) {
      for (List<String> present : List.of(List.<String>of(), List.of("Other"), List.of("Jazz"))) {
        PlanSettings settings =
            new PlanSettings(
                policy,
                EnumSet.allOf(TagField.class),
                Map.of(),
                Vocabulary.FREE,
                Optional.of(new CommentSettings(CommentSettings.Mode.WRITE)),
                Optional.empty());
        List<LabelScore> scores = List.of(new LabelScore("techno", 0.9));
        new TagPlanner(Taxonomy.standard())
            .plan(
                new Track(Path.of("song.mp3"), "test"),
                snapshot(present),
                List.of(new Verdict(Task.GENRE, "m", scores, scores, "")),
                Map.of(),
                settings)
            .changes()
            .forEach(change -> reasons.add(change.reason()));
      }
    }
    reasons.add(Correcting.REASON);
    assertThat(reasons).hasSizeGreaterThanOrEqualTo(6);
    for (String reason : reasons) {
      assertThat(GERMAN.part(reason)).as(reason).isNotEqualTo(reason);
    }
    assertThat(GERMAN.part("the field was empty; Hard Techno is told as Techno"))
        .isEqualTo("das Feld war leer; Hard Techno heißt hier Techno");
  }

  @Test
  void theDeviceIsToldInGerman() {
    List<CardProbe.Result> found =
        List.of(
            new CardProbe.Result(false, List.of(), ""),
            new CardProbe.Result(true, List.of(), ""),
            new CardProbe.Result(true, List.of(new Card("Card", 2, 0)), ""),
            new CardProbe.Result(true, List.of(new Card("Card", 8, 6)), ""),
            new CardProbe.Result(true, List.of(new Card("Card", 9, 0)), ""));
    for (Set<CudaPack> packs :
        List.of(Set.<CudaPack>of(), Set.of(CudaPack.CUDA), Set.of(CudaPack.values()))) {
      for (CardProbe.Result probed : found) {
        for (BackendChoice choice : BackendChoice.values()) {
          String told = new BackendSelection(packs, () -> probed).decide(choice).told();
          assertThat(GERMAN.part(told))
              .as(told)
              .startsWith("Eine Grafikkarte wird ")
              .doesNotContain(" the ", " not ", "Install ", "Build ");
        }
      }
    }
  }

  @Test
  void waysOfWatchingAreToldInGerman() {
    assertThat(GERMAN.part("/m: by events")).isEqualTo("/m: sofort, wenn sich etwas tut");
    assertThat(GERMAN.part("/m: looked through every 60 s (a network drive, nfs4)"))
        .isEqualTo("/m: wird alle 60 s durchgesehen (ein Netzlaufwerk, nfs4)");
  }

  @Test
  void partsHaveTheSamePlacesInEachLanguage() {
    ResourceBundle english = ResourceBundle.getBundle("org.tonearm.panel.Said", Locale.ROOT);
    ResourceBundle german = ResourceBundle.getBundle("org.tonearm.panel.Said", Locale.GERMAN);
    for (String key : english.keySet()) {
      assertThat(german.getString(key).replaceAll("[^{}0-9]", ""))
          .as(key)
          .isEqualTo(english.getString(key).replaceAll("[^{}0-9]", ""));
    }
  }

  private static TagSnapshot snapshot(List<String> genres) {
    Map<TagField, FieldState> fields = new EnumMap<>(TagField.class);
    for (TagField field : TagField.values()) {
      fields.put(field, FieldState.ABSENT);
    }
    if (!genres.isEmpty()) {
      fields.put(
          TagField.GENRE,
          new FieldState(genres, String.join(";", genres).getBytes(StandardCharsets.UTF_8)));
    }
    return new TagSnapshot("Text", fields, List.of(), "00");
  }

  private static Set<String> codes() throws IOException {
    try (InputStream in = BugReport.class.getResourceAsStream("codes.txt")) {
      return new TreeSet<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }
}
