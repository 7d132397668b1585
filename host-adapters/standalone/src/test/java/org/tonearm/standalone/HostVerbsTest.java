package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostLibrary;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;

final class HostVerbsTest {
  @TempDir Path temp;
  private Bench bench;
  private Path jazz;
  private Path rock;
  private Path library;
  private String xml;

  @BeforeEach
  void makeLibrary() throws IOException {
    bench = new Bench(temp.resolve("data"));
    jazz = FakeFile.make(temp.resolve("music/jazz one.mp3"), 30, "jazz");
    rock = FakeFile.make(temp.resolve("music/rock.mp3"), 30, "rock");
    xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<DJ_PLAYLISTS Version=\"1.0.0\">\r\n"
            + "<PRODUCT Name=\"rekordbox\" Version=\"6.0\"/><COLLECTION Entries=\"3\">\r\n"
            + track(1, jazz.toUri().getRawPath(), "")
            + track(2, rock.toUri().getRawPath(), "Polka &amp; Folk")
            + track(3, "/no/such/file.mp3", "")
            + "</COLLECTION>\r\n<PLAYLISTS><NODE Type=\"0\" Name=\"ROOT\">"
            + "<NODE Type=\"1\" Name=\"Friday\" KeyType=\"0\"><TRACK Key=\"2\"/></NODE></NODE>"
            + "</PLAYLISTS>\r\n</DJ_PLAYLISTS>";
    library = Files.writeString(temp.resolve("rekordbox.xml"), xml);
  }

  private static String track(int id, String path, String genre) {
    return "<TRACK TrackID=\""
        + id
        + "\" Genre=\""
        + genre
        + "\" Grouping=\"\" Comments=\"mine\""
        + " Location=\"file://localhost"
        + path
        + "\"><TEMPO Bpm=\"124.00\"/></TRACK>\r\n";
  }

  @Test
  void listsTheHosts() throws IOException {
    assertThat(bench.run("hosts")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("rekordbox", "traktor", "virtualdj", "itunes", "standalone");
    assertThat(bench.run("hosts", "--json")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json())
        .allSatisfy(host -> assertThat(host.get("reason").asText()).isNotBlank())
        .extracting(host -> host.get("id").asText())
        .contains("rekordbox", "traktor", "virtualdj", "itunes", "standalone");
  }

  @Test
  void scansTracksAndPlaylists() throws IOException {
    assertThat(bench.run("host", "rekordbox", "scan", "--library", library))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("Friday", "Polka & Folk", "not here  /no/such/file.mp3")
        .containsPattern("tracks +3");
    assertThat(bench.run("host", "rekordbox", "scan", "--json", "--library", library))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.json().get(1).at("/playlists/0").asText()).isEqualTo("Friday");
    assertThat(bench.json().get(1).get("here").asBoolean()).isTrue();
  }

  @Test
  void tagsTheFilesAndPutsTheMoodWhereTheHostShowsIt() throws IOException {
    assertThat(bench.run("host", "rekordbox", "tag", "--library", library, temp.resolve("music")))
        .isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(jazz))
        .contains("genre=Jazz", "mood=Happy", "comment=[Tonearm: Jazz, Happy]");
    assertThat(bench.out()).contains("tonearm undo 1", "Reload Tag", "column Comments");
    assertThat(library).hasContent(xml);
  }

  @Test
  void heedsWhatIsSaidOfTheBlock() throws IOException {
    Files.createDirectories(temp.resolve("data"));
    Files.writeString(temp.resolve("data/tonearm.toml"), "[tagging]\ncomment-block = \"off\"\n");
    assertThat(bench.run("host", "rekordbox", "tag", "--library", library, jazz))
        .isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(jazz)).contains("mood=Happy").noneMatch(l -> l.startsWith("comment"));
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    assertThat(bench.run("host", "rekordbox", "tag", "-n", "--library", library))
        .isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.out()).contains("dry run", "file.mp3", "[missing]");
    assertThat(FakeFile.lines(jazz)).hasSize(1);
  }

  @Test
  void exportsANewCollectionInWhichOnlyWhatWasHeardDiffers() throws IOException {
    Path target = temp.resolve("new.xml");
    assertThat(
            bench.run(
                "host", "rekordbox", "export", "--library", library, "-o", target, jazz, rock))
        .isEqualTo(ExitCode.GOOD);
    String changed =
        xml.replaceFirst(
            "Genre=\"\" Grouping=\"\" Comments=\"mine\"",
            "Genre=\"Jazz\" Grouping=\"Happy\" Comments=\"mine [Tonearm: Jazz, Happy]\"");
    changed =
        changed.replace(
            "Genre=\"Polka &amp; Folk\" Grouping=\"\" Comments=\"mine\"",
            "Genre=\"Polka &amp; Folk\" Grouping=\"Sad\" Comments=\"mine [Tonearm: Rock, Sad]\"");
    assertThat(Files.readString(target)).isEqualTo(changed);
    assertThat(Files.readString(library)).isEqualTo(xml);
    assertThat(FakeFile.lines(jazz)).hasSize(1);
    assertThat(bench.out()).contains("rekordbox xml", "planned");
    assertThat(bench.run("host", "rekordbox", "export", "--library", library, "-o", target))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("new.xml", "ever written over");
  }

  @Test
  void exportsNoBlockWhereTheUserWantsNone() throws IOException {
    Files.createDirectories(temp.resolve("data"));
    Files.writeString(temp.resolve("data/tonearm.toml"), "[tagging]\ncomment-block = \"off\"\n");
    Path target = temp.resolve("new.xml");
    assertThat(bench.run("host", "rekordbox", "export", "--library", library, "-o", target, jazz))
        .isEqualTo(ExitCode.GOOD);
    assertThat(target).content().contains("Grouping=\"Happy\" Comments=\"mine\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fill", "merge", "replace"})
  void exportsNoMoodOverAGroupingOfTheUsers(String policy) throws IOException {
    Path target = exported("Peak time; Set 12", policy);
    assertThat(target)
        .content()
        .contains("Grouping=\"Peak time; Set 12\" Comments=\"mine [Tonearm: Jazz, Happy]\"");
  }

  @Test
  void exportsAMoodOverMoodsAloneAsThePolicyAsks() throws IOException {
    assertThat(exported("SAD", "replace")).content().contains("Grouping=\"Happy\"");
    assertThat(exported("Sad", "merge")).content().contains("Grouping=\"Sad; Happy\"");
    assertThat(exported("Happy; Set 12", "replace"))
        .content()
        .contains("Grouping=\"Happy; Set 12\"");
  }

  @Test
  void saysWhereAnEntryHasNoPlaceForWhatWasHeard() throws IOException {
    Path database =
        Files.writeString(
            temp.resolve("database.xml"),
            "<VirtualDJ_Database><Song FilePath=\""
                + jazz
                + "\" /><Song FilePath=\""
                + rock
                + "\"></Song></VirtualDJ_Database>");
    Path target = temp.resolve("new.xml");
    assertThat(bench.run("host", "virtualdj", "export", "--library", database, "-o", target))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).containsOnlyOnce("no place for genre and mood");
    assertThat(target)
        .content()
        .contains("jazz one.mp3\" /><Song", "<Tags Genre=\"Rock\" Grouping=\"Sad\" /><Comment>");
  }

  /** A new collection in which the first track was heard, after it had a grouping. */
  private Path exported(String grouping, String policy) throws IOException {
    Files.writeString(library, xml.replaceFirst("Grouping=\"\"", "Grouping=\"" + grouping + "\""));
    Path target = temp.resolve("new.xml");
    Files.deleteIfExists(target);
    assertThat(
            bench.run(
                "host",
                "rekordbox",
                "export",
                "--library",
                library,
                "--policy",
                policy,
                "--min-replace",
                "0",
                "-o",
                target,
                jazz))
        .isEqualTo(ExitCode.GOOD);
    return target;
  }

  @Test
  void exportsPlaylists() throws IOException {
    Path lists = temp.resolve("lists");
    assertThat(
            bench.run(
                "host", "rekordbox", "export", "--library", library, "--playlists", lists, jazz))
        .isEqualTo(ExitCode.GOOD);
    assertThat(lists.resolve("Genre Jazz.m3u8"))
        .hasContent("#EXTM3U\n#EXTINF:30,jazz one.mp3\n" + jazz + "\n");
    assertThat(lists.resolve("Mood Happy.m3u8")).exists();
  }

  @Test
  void makesPlaylistsOfAFolderFromAConfidenceOn() throws IOException {
    Path lists = temp.resolve("lists");
    assertThat(
            bench.run(
                "playlists",
                temp.resolve("music"),
                "--by",
                "genre",
                "--min-genre",
                "0.75",
                "-o",
                lists))
        .isEqualTo(ExitCode.GOOD);
    assertThat(lists.toFile().list()).containsExactly("Genre Jazz.m3u8");
    assertThat(bench.run("playlists", temp.resolve("music"), "-o", lists))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("lists", "not empty");
  }

  @Test
  void looksALibraryOver() throws IOException {
    assertThat(bench.run("host", "rekordbox", "doctor", "--library", library))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("tracks-missing", "3 tracks");
    Files.writeString(library, xml.substring(0, xml.length() / 2));
    for (String verb : new String[] {"doctor", "scan", "tag"}) {
      assertThat(bench.run("host", "rekordbox", verb, "--library", library))
          .isEqualTo(ExitCode.WRONG_USE);
      assertThat(bench.out() + bench.err()).contains("rekordbox.xml", "broken in line");
    }
  }

  @Test
  void installsAPluginAndTakesItAway() throws IOException {
    Path plugins = temp.resolve("plugins");
    Path plugin = plugins.resolve("tonearm");
    assertThat(bench.run("host", "beets", "install", "--into", plugins)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Wrote " + plugin, "'pluginpath: " + plugins + "'");
    assertThat(plugin.toFile().list())
        .containsExactlyInAnyOrder("__init__.py", "moodfield.py", "worker.py", "command.json");
    assertThat(
            new ObjectMapper()
                .readTree(plugin.resolve("command.json").toFile())
                .at("/tonearm/0")
                .asText())
        .endsWith("java");
    Files.writeString(plugin.resolve("command.json"), "{\"tonearm\": [\"of an older version\"]}");
    Files.writeString(plugin.resolve("worker.py"), "old");
    assertThat(bench.run("host", "beets", "install", "--into", plugins)).isEqualTo(ExitCode.GOOD);
    assertThat(plugin.resolve("worker.py")).content().contains("class Worker");
    Files.writeString(plugin.resolve("mine.txt"), "mine");
    assertThat(bench.run("host", "beets", "install", "--remove", "--into", plugins))
        .isEqualTo(ExitCode.GOOD);
    assertThat(plugin.toFile().list()).containsExactly("mine.txt");
    assertThat(bench.run("host", "beets", "install", "--into", plugins))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("not Tonearm's");
    Files.delete(plugin.resolve("mine.txt"));
    assertThat(bench.run("host", "beets", "install", "--into", plugins)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("host", "beets", "install", "--remove", "--into", plugins))
        .isEqualTo(ExitCode.GOOD);
    assertThat(plugin).doesNotExist();
    assertThat(bench.run("host", "beets", "install", "--remove", "--into", plugins))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("There is no");
    assertThat(bench.run("host", "traktor", "install")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("no plugin");
  }

  @Test
  void leavesAPluginAloneThatTheUserEdited() throws IOException {
    Path plugins = temp.resolve("plugins");
    Path worker = plugins.resolve("tonearm/worker.py");
    assertThat(bench.run("host", "beets", "install", "--into", plugins)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("host", "beets", "install", "--into", plugins)).isEqualTo(ExitCode.GOOD);
    Files.writeString(worker, "# mine", StandardOpenOption.APPEND);
    for (String[] words : new String[][] {{}, {"--remove"}}) {
      List<Object> line = new ArrayList<>(List.of("host", "beets", "install", "--into", plugins));
      line.addAll(List.of(words));
      assertThat(bench.run(line.toArray())).isEqualTo(ExitCode.WRONG_USE);
      assertThat(bench.err()).contains(worker + " was changed since");
      assertThat(worker).content().endsWith("# mine");
      assertThat(worker.resolveSibling("__init__.py")).exists();
    }
    Files.delete(worker);
    assertThat(bench.run("host", "beets", "install", "--into", plugins)).isEqualTo(ExitCode.GOOD);
    assertThat(worker).content().contains("class Worker").doesNotContain("# mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[\"stranger\"]", "{\"stranger\": [\"x\"]}", "{\"tonearm\": 1}", "no json", ""})
  void leavesAStrangersPluginAloneThatHasANoteOfTheSameName(String note) throws IOException {
    Path plugins = temp.resolve("plugins");
    Path plugin = Files.createDirectories(plugins.resolve("tonearm"));
    Files.writeString(plugin.resolve("command.json"), note);
    Files.writeString(plugin.resolve("worker.py"), "a stranger's");
    for (String[] words : new String[][] {{}, {"--remove"}}) {
      List<Object> line = new ArrayList<>(List.of("host", "beets", "install", "--into", plugins));
      line.addAll(List.of(words));
      assertThat(bench.run(line.toArray())).isEqualTo(ExitCode.WRONG_USE);
      assertThat(bench.err()).contains("not Tonearm's");
      assertThat(plugin.resolve("command.json")).hasContent(note);
      assertThat(plugin.resolve("worker.py")).hasContent("a stranger's");
    }
  }

  @Test
  void listsTheOtherHostsWhereOneFails() throws IOException {
    HostAdapter broken =
        new HostAdapter() {
          @Override
          public String id() {
            return "broken";
          }

          @Override
          public String displayName() {
            return "Broken";
          }

          @Override
          public Stream<Track> tracks(TrackRequest request) {
            return Stream.empty();
          }

          @Override
          public TagProfile profile() {
            return TagProfile.DEFAULT;
          }

          @Override
          public String refreshHint() {
            return "Look again.";
          }

          @Override
          public HostLibrary library() {
            throw new IllegalStateException("a name without sense");
          }
        };
    assertThat(bench.runOn(List.of(broken, new StandaloneHost()), "hosts", "--json"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.json())
        .extracting(host -> host.get("id").asText())
        .containsExactly("broken", "standalone");
    assertThat(bench.json().get(0).get("support").asText()).isEqualTo("unsupported");
    assertThat(bench.json().get(0).get("reason").asText()).contains("a name without sense");
  }

  @Test
  void listsAndTagsALibraryThatIsNoCollection() throws IOException {
    Path settings =
        Files.writeString(
            temp.resolve("config"), "[settings]\nscan = " + temp.resolve("music") + "\n");
    assertThat(bench.run("host", "quodlibet", "scan", "--library", settings))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("jazz one.mp3", "rock.mp3").containsPattern("tracks +2");
    assertThat(bench.run("host", "quodlibet", "tag", "--library", settings))
        .isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(rock)).contains("genre=Rock", "mood=Sad");
    assertThat(bench.out()).contains("Scan Library");
    Path target = temp.resolve("new");
    assertThat(bench.run("host", "quodlibet", "export", "--library", settings, "-o", target))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("be exported anew");
    assertThat(bench.run("host", "quodlibet", "tag", "--library", target))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("no configuration of Quod Libet");
  }

  @Test
  void tagsFilesByTheProfileOfAHostWithoutALibrary() throws IOException {
    assertThat(bench.run("host", "picard", "tag", jazz)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(jazz)).contains("genre=Jazz", "mood=Happy");
    assertThat(bench.run("host", "picard", "tag")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("tonearm host picard tag PATH");
  }

  @Test
  void correctsWrongUse() {
    assertThat(bench.run("host", "recordbox", "scan")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("'recordbox'", "rekordbox, traktor");
    assertThat(bench.run("host", "rekordbox")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("scan, tag, export, install, refresh or doctor");
    assertThat(bench.run("host", "rekordbox", "export", "--library", library))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("--output", "tonearm host export --help");
    assertThat(bench.run("host", "standalone", "tag")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("tonearm tag PATH");
  }
}
