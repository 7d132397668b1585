package org.tonearm.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagProfile.ModificationTime;
import org.tonearm.backend.BackendChoice;
import org.tonearm.configuration.FormatSettings.Id3Choice;
import org.tonearm.tag.plan.CommentSettings;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.plan.Policy;
import org.tonearm.tag.write.HardLinks;
import org.tonearm.tag.write.WriteOptions;

class ConfigurationsTest {
  @TempDir Path temp;

  @Test
  void withoutAFileTheDefaultsHold() {
    Configuration configuration = Configurations.defaults();
    assertThat(configuration.tagging().policy()).isEqualTo(Policy.FILL);
    assertThat(configuration.tagging().fields()).containsOnly(TagField.GENRE, TagField.MOOD);
    assertThat(configuration.thresholds().least()).isEmpty();
    assertThat(configuration.thresholds().replace().get(Task.GENRE)).isEqualTo(0.8);
    assertThat(configuration.listening().jobs()).isPositive();
    assertThat(configuration.genres().taxonomy().same("Rap", "Hip-Hop")).isTrue();
    assertThat(configuration.effective())
        .hasSizeGreaterThan(30)
        .allSatisfy(setting -> assertThat(setting.origin()).isEqualTo(new Origin.Standard()));
  }

  @Test
  void readsEverySetting() throws Exception {
    Files.writeString(temp.resolve("mine.txt"), "Rock\n  Zeuhl\n");
    Configuration c =
        load(
            """
            [tagging]
            policy = "Replace"
            fields = ["mood"]
            protected = ["genre"]
            scope = "album"
            subgenres = true
            comment-block = "write"
            provenance = true
            modification-time = "touch"
            hard-links = "skip"
            [listening]
            excerpts = 3
            jobs = 2
            backend = "cpu"
            [models]
            genre = "genre-x"
            [thresholds]
            min-genre = 0.6
            min-mood = "model"
            replace-mood = 1
            [thresholds.genre]
            metal = 0.7
            "Hip-Hop" = 0
            [taxonomy]
            genre-tree = "mine.txt"
            whitelist = ["Rock", "zeuhl"]
            ignore = ["Q3"]
            placeholders = ["Nothing", '/vol\\. \\d+/']
            not-placeholders = ["Various"]
            [taxonomy.aliases]
            "Kobaian" = "Zeuhl"
            [moods]
            Q1 = "energetic"
            [format.mp3]
            separator = " / "
            multi-values = "joined"
            id3-version = 2.3
            [format.flac]
            multi-values = "first"
            [index]
            folder = "here"
            features-max = "3 GiB"
            [decoder]
            workers = 4
            time-limit = "2 min"
            [journal]
            keep = "90 days"
            """);
    assertThat(c.tagging())
        .isEqualTo(
            new Configuration.Tagging(
                Policy.REPLACE,
                Set.of(TagField.MOOD),
                Set.of(TagField.GENRE),
                Scope.ALBUM,
                true,
                Optional.of(new CommentSettings(CommentSettings.Mode.WRITE)),
                true,
                ModificationTime.MOVED_ON,
                HardLinks.SKIP));
    assertThat(c.listening())
        .isEqualTo(new Configuration.Listening(new Excerpts(3), 2, BackendChoice.CPU));
    assertThat(c.models()).isEqualTo(Map.of(Task.GENRE, "genre-x"));
    assertThat(c.thresholds().least()).isEqualTo(Map.of(Task.GENRE, 0.6));
    assertThat(c.thresholds().replace()).isEqualTo(Map.of(Task.GENRE, 0.8, Task.MOOD, 1.0));
    assertThat(c.thresholds().labels().get(Task.GENRE))
        .isEqualTo(Map.of("metal", 0.7, "Hip-Hop", 0.0));
    assertThat(c.genres().taxonomy().canonical("kobaian")).isEqualTo("Zeuhl");
    assertThat(c.genres().taxonomy().isKindOf("Zeuhl", "Rock")).isTrue();
    assertThat(c.genres().taxonomy().isPlaceholder("Vol. 3")).isTrue();
    assertThat(c.genres().taxonomy().isPlaceholder("Various")).isFalse();
    assertThat(c.genres().whitelist()).containsExactly("Rock", "zeuhl");
    assertThat(c.genres().ignored()).containsExactly("Q3");
    assertThat(c.moods()).isEqualTo(Map.of("Q1", "energetic"));
    assertThat(c.formats().get("mp3"))
        .isEqualTo(new FormatSettings(" / ", MultiValues.JOINED, Id3Choice.V2_3));
    assertThat(c.formats().get("flac").multiValues()).isEqualTo(MultiValues.FIRST);
    assertThat(c.formats().get("wav").separator()).isEqualTo("; ");
    assertThat(c.formats().get("wav").multiValues()).isEqualTo(MultiValues.JOINED);
    TagProfile profile =
        new RunSettings(c, TagProfile.DEFAULT, "tonearm").tagging(false, false).profile();
    assertThat(profile.multiValues(TagKind.ID3)).isEqualTo(MultiValues.JOINED);
    assertThat(profile.multiValues(TagKind.VORBIS)).isEqualTo(MultiValues.FIRST);
    assertThat(profile.multiValues(TagKind.MP4)).isEqualTo(MultiValues.SEPARATE);
    assertThat(c.index().folder()).contains(temp.resolve("here"));
    assertThat(c.index().featuresMax()).isEqualTo(3L << 30);
    assertThat(c.decoder())
        .isEqualTo(new Configuration.Decoder(Optional.of(4), Duration.ofMinutes(2)));
    assertThat(c.journalKeep()).contains(Duration.ofDays(90));
    assertThat(c.origin("tagging.policy")).isEqualTo(new Origin.InFile(file(), 2));
    assertThat(c.origin("thresholds.genre.metal")).isEqualTo(new Origin.InFile(file(), 22));
    assertThat(c.origin("models.mood")).isEqualTo(new Origin.Standard());
  }

  @Test
  void refusesWordsAndSeparatorsThatWouldNotBeReadAsTheyWereWritten() {
    FaultyConfigurationException e =
        faulty(
            """
            [moods]
            Q1 = "sad; happy"
            Q2 = " calm"
            Q3 = "laid back"
            [format.mp3]
            separator = " & "
            [format.flac]
            separator = "-"
            [format.m4a]
            separator = " "
            [format.ogg]
            separator = " // "
            """);
    assertThat(e.faults())
        .extracting(Fault::key)
        .containsExactly(
            "moods.Q1",
            "moods.Q2",
            "format.mp3.separator",
            "format.flac.separator",
            "format.m4a.separator");
    assertThat(e.faults().get(2).text()).contains("a sign that genres have in them");
  }

  @Test
  void reportsEveryFaultAtOnce() {
    FaultyConfigurationException e =
        faulty(
            """
            [tagging]
            policy = "overwrite"
            fieldz = ["genre"]
            [listening]
            jobs = 0
            [thresholds]
            min-genre = "high"
            [thresholds.genre]
            metal = 7
            [taxonomy]
            whitelist = ["Rock", "Electronix"]
            placeholders = ["/(/"]
            [index]
            features-max = "2 parsecs"
            [sound]
            """);
    assertThat(e.code()).isEqualTo("configuration");
    assertThat(e.faults())
        .extracting(fault -> ((Origin.InFile) fault.origin()).line() + " " + fault.key())
        .containsExactly(
            "2 tagging.policy",
            "3 tagging.fieldz",
            "5 listening.jobs",
            "7 thresholds.min-genre",
            "9 thresholds.genre.metal",
            "11 taxonomy.whitelist",
            "12 taxonomy.placeholders",
            "14 index.features-max",
            "15 sound");
    assertThat(e.faults()).extracting(Fault::text).allMatch(text -> text.startsWith(file() + ":"));
    assertThat(e.faults().get(0).text())
        .isEqualTo(
            file()
                + ":2: tagging.policy = \"overwrite\": no such choice; accepted: fill, merge,"
                + " replace.");
    assertThat(e.faults().get(1).text()).contains("did you mean tagging.fields?");
    assertThat(e.faults().get(4).text()).contains("7", "a number from 0 to 1");
    assertThat(e.faults().get(5).text()).contains("did you mean Electronic?");
    assertThat(e.faults().get(7).text()).contains("no such unit: parsecs", "GiB");
    assertThat(e.inOptionsOnly()).isFalse();
  }

  @Test
  void aTimeThatNobodyLivesToSeeIsAFault() {
    FaultyConfigurationException e = faulty("[watch]\nhealth = \"110000 days\"\n");
    assertThat(e.faults()).hasSize(1);
    assertThat(e.faults().get(0).text()).contains("too large", "90 days");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0\"", "\"0 MB\""})
  void nothingNeedBeKeptForALaterModel(String none) throws Exception {
    Configuration c = load("[index]\nfeatures-max = " + none + "\n");
    assertThat(c.index().featuresMax()).isZero();
  }

  @Test
  void aPartOfNothingIsAFault() {
    FaultyConfigurationException e = faulty("[index]\nfeatures-max = \"0 parsecs\"\n");
    assertThat(e.faults()).hasSize(1);
    assertThat(e.faults().get(0).text()).contains("no such unit: parsecs");
  }

  @Test
  void linesThatAreNoTomlDoNotHideOtherFaults() {
    FaultyConfigurationException e = faulty("[tagging]\npolicy = fill\n[listening]\njobs = -3\n");
    assertThat(e.faults()).hasSize(2);
    assertThat(e.faults().get(0).text()).contains(":2: no valid TOML");
    assertThat(e.faults().get(1).key()).isEqualTo("listening.jobs");
  }

  @ParameterizedTest
  @CsvSource({
    "policy = \"fill\", tagging.policy",
    "[tagging]\\njobs = 3, listening.jobs",
    "[threshold]\\nmin-genre = 0.5, thresholds.min-genre",
    "[format.mp3]\\nid3version = 2.4, format.mp3.id3-version",
    "[taxonomy.alias]\\nDnB = \"x\", taxonomy.aliases",
  })
  void suggestsTheSettingThatWasMeant(String toml, String meant) {
    assertThat(faulty(toml.replace("\\n", "\n")).faults())
        .extracting(Fault::text)
        .anyMatch(text -> text.contains("there is no such setting; did you mean " + meant));
  }

  @Test
  void aTreeOrAliasThatDoesNotFitIsAFault() throws IOException {
    assertThat(faulty("[taxonomy]\ngenre-tree = \"none.txt\"\n").faults().get(0).text())
        .contains("taxonomy.genre-tree", "none.txt", "can't be read");
    Files.writeString(temp.resolve("bad.txt"), "Rock\n Zeuhl\n");
    assertThat(faulty("[taxonomy]\ngenre-tree = \"bad.txt\"\n").faults().get(0).text())
        .contains("line 2", "indent");
    Files.writeString(temp.resolve("circle.txt"), "Techno\n  Electronic\n");
    assertThat(faulty("[taxonomy]\ngenre-tree = \"circle.txt\"\n").faults().get(0).text())
        .contains("under a kind of itself");
  }

  @Test
  void anOptionPrevailsOverTheFileAndTheFileOverTheHost() throws Exception {
    TagProfile host = new TagProfile(", ", "mood", 3, ModificationTime.MOVED_ON);
    Files.writeString(file(), "[tagging]\npolicy = \"merge\"\n[format.mp3]\nseparator = \"; \"\n");
    Configuration c =
        Configurations.load(
            Optional.of(file()),
            "deck",
            host,
            Map.of(
                "tagging.policy", Configurations.option("tagging.policy", "--policy", "replace"),
                "listening.jobs", Configurations.option("listening.jobs", "--jobs", "3")));
    assertThat(c.tagging().policy()).isEqualTo(Policy.REPLACE);
    assertThat(c.origin("tagging.policy").text()).isEqualTo("option --policy");
    assertThat(c.listening().jobs()).isEqualTo(3);
    assertThat(c.formats().get("mp3").separator()).isEqualTo("; ");
    assertThat(c.formats().get("flac").separator()).isEqualTo(", ");
    assertThat(c.origin("format.flac.separator").text()).isEqualTo("host deck");
    assertThat(c.tagging().modificationTime()).isEqualTo(ModificationTime.MOVED_ON);
    assertThat(c.origin("tagging.modification-time").text()).isEqualTo("host deck");
    assertThat(c.formats().get("mp3").applyTo(host))
        .isEqualTo(new TagProfile("; ", "mood", 3, ModificationTime.MOVED_ON));
    assertThat(new RunSettings(c, host, "tonearm 1.0").tagging(true, false).options())
        .isEqualTo(new WriteOptions(true, HardLinks.WARN));
  }

  @Test
  void aWrongLineIsAFaultAlsoWhereAnOptionPrevails() {
    FaultyConfigurationException e =
        catchThrowableOfType(
            FaultyConfigurationException.class,
            () -> {
              Files.writeString(file(), "[tagging]\npolicy = \"overwrite\"\n");
              Configurations.load(
                  Optional.of(file()),
                  "x",
                  TagProfile.DEFAULT,
                  Map.of(
                      "tagging.policy",
                      Configurations.option("tagging.policy", "--policy", "also-wrong")));
            });
    assertThat(e.faults())
        .extracting(Fault::text)
        .containsExactly(
            file()
                + ":2: tagging.policy = \"overwrite\": no such choice; accepted: fill, merge,"
                + " replace.",
            "--policy \"also-wrong\": no such choice; accepted: fill, merge, replace.");
  }

  @Test
  void runsGetWhatHolds() throws Exception {
    Configuration c =
        load(
            """
            [tagging]
            fields = ["genre", "mood"]
            protected = ["mood"]
            provenance = true
            [thresholds]
            min-mood = 0.4
            [thresholds.mood]
            Happy = 0.9
            """);
    RunSettings settings = new RunSettings(c, TagProfile.DEFAULT, "tonearm 1.0");
    PlanSettings plan = settings.plan();
    assertThat(plan.fields()).contains(TagField.GENRE).doesNotContain(TagField.MOOD);
    assertThat(plan.leastReplace()).containsEntry(TagField.GENRE, 0.8);
    assertThat(plan.provenance().orElseThrow().program()).isEqualTo("tonearm 1.0");
    assertThat(settings.listening().tasks()).containsOnly(Task.GENRE, Task.MOOD);
    assertThat(settings.listening().thresholds()).isEqualTo(Map.of(Task.MOOD, 0.4));
    assertThat(settings.listening().labelThresholds().get(Task.MOOD))
        .isEqualTo(Map.of("Happy", 0.9));
    assertThat(settings.tagging(false, true).forcePartial()).isTrue();
  }

  @Test
  void aFileThatIsNotThereOrNoTextIsNamed() throws IOException {
    assertThatThrownBy(() -> load(temp.resolve("none.toml")))
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("no-configuration"))
        .hasMessageContaining("none.toml");
    Files.write(file(), new byte[] {'#', (byte) 0xE9, '\n'});
    assertThatThrownBy(() -> load(file())).hasMessageContaining("UTF-8");
    Files.writeString(file(), "\uFEFF[tagging]\npolicy = \"merge\"\n");
    assertThat(assertLoads(file()).tagging().policy()).isEqualTo(Policy.MERGE);
  }

  @ParameterizedTest
  @CsvSource({
    "TONEARM_HOME, /t, Linux, /t/tonearm.toml",
    "XDG_CONFIG_HOME, /x, Linux, /x/tonearm/tonearm.toml",
    "XDG_CONFIG_HOME, relative, Linux, /home/u/.config/tonearm/tonearm.toml",
    "OTHER, x, Linux, /home/u/.config/tonearm/tonearm.toml",
    "OTHER, x, Mac OS X, /home/u/Library/Application Support/Tonearm/tonearm.toml",
    "APPDATA, /a, Windows 11, /a/Tonearm/tonearm.toml",
  })
  void liesWhereTheSystemKeepsConfigurations(
      String variable, String value, String system, String place) {
    assertThat(ConfigurationPlace.of(Map.of(variable, value), Path.of("/home/u"), system))
        .isEqualTo(Path.of(place));
  }

  private Path file() {
    return temp.resolve("tonearm.toml");
  }

  private Configuration load(String toml) throws IOException, TonearmException {
    Files.writeString(file(), toml);
    return load(file());
  }

  private static Configuration load(Path file) throws TonearmException {
    return Configurations.load(Optional.of(file), "test", TagProfile.DEFAULT, Map.of());
  }

  private static Configuration assertLoads(Path file) {
    try {
      return load(file);
    } catch (TonearmException e) {
      throw new AssertionError(e);
    }
  }

  private FaultyConfigurationException faulty(String toml) {
    return catchThrowableOfType(FaultyConfigurationException.class, () -> load(toml));
  }
}
