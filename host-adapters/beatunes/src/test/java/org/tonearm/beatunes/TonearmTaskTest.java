package org.tonearm.beatunes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tagtraum.audiokern.AudioSong;
import com.tagtraum.beatunes.analysis.AnalysisException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Entity;
import javax.swing.JCheckBox;
import javax.swing.JTextField;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TonearmTaskTest {

  /** A song that beaTunes would hand over. */
  private static final class Song implements AudioSong {
    private final Path file;
    private String genre;
    private String comments;

    Song(String file, String genre, String comments) {
      this.file = file == null ? null : Path.of(file);
      this.genre = genre;
      this.comments = comments;
    }

    @Override
    public String getName() {
      return "Song";
    }

    @Override
    public Path getFile() {
      return file;
    }

    @Override
    public String getGenre() {
      return genre;
    }

    @Override
    public void setGenre(String genre) {
      this.genre = genre;
    }

    @Override
    public String getComments() {
      return comments;
    }

    @Override
    public void setComments(String comments) {
      this.comments = comments;
    }
  }

  /** Stands for the command: tells its arguments in the genre; a file called so fails. */
  static final class FakeTonearm {
    private FakeTonearm() {}

    public static void main(String[] arguments) {
      List<String> words = new ArrayList<>(List.of(arguments));
      String file = words.remove(words.size() - 1);
      if (file.endsWith("silent.mp3")) {
        System.exit(2);
      }
      if (file.endsWith("told.mp3")) {
        System.err.println("tonearm.toml: there is a fault in line 3.");
        System.exit(2);
      }
      if (file.endsWith("endless.mp3")) {
        try {
          Thread.sleep(600_000);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      String heard = String.join(" ", words);
      System.out.println(
          file.endsWith("broken.mp3")
              ? "{\"path\":\"x\",\"status\":\"failed\",\"error\":{\"code\":\"broken\","
                  + "\"message\":\"It is \\\"broken\\\".\"}}"
              : "{\"path\":\"x\",\"status\":\"planned\",\"error\":null,\"seconds\":3.5,\"changes\":["
                  + "{\"field\":\"genre\",\"before\":[],\"after\":[\""
                  + heard
                  + "\"]},{\"field\":\"mood\",\"before\":[],\"after\":[\"Happy\",\"Caf\\u00e9\"]}]}");
    }
  }

  private static final class Task extends TonearmTask {
    @Override
    TonearmProgram program() {
      return new TonearmProgram(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              FakeTonearm.class.getName()));
    }
  }

  private static Song heard(Song song, boolean replace) throws AnalysisException {
    TonearmTask task = new Task();
    task.setReplace(replace);
    task.setSong(song);
    task.runBefore(task);
    return song;
  }

  @Test
  void putsGenreAndMoodIntoTheSong() throws AnalysisException {
    Song song = heard(new Song("a.mp3", null, null), false);
    assertThat(song.getGenre()).isEqualTo("tag --dry-run --json --comment-block off --policy fill");
    assertThat(song.getComments()).isEqualTo("[Tonearm: Happy; Café]");
  }

  @Test
  void replacesAGenreOnlyWhenTheUserSaysSo() throws AnalysisException {
    assertThat(heard(new Song("a.mp3", "Polka", "mine"), false).getGenre()).isEqualTo("Polka");
    Song song = heard(new Song("a.mp3", "Polka", "mine [Tonearm: Sad] here"), true);
    assertThat(song.getGenre()).endsWith("--policy replace");
    assertThat(song.getComments()).isEqualTo("mine [Tonearm: Happy; Café] here");
  }

  @Test
  void tellsWhatTonearmSaysOfAFile() {
    Song broken = new Song("broken.mp3", null, null);
    assertThatExceptionOfType(AnalysisException.class)
        .isThrownBy(() -> heard(broken, false))
        .withRootCauseInstanceOf(IOException.class)
        .withMessageContaining("It is \"broken\".");
    assertThat(broken.getGenre()).isNull();
    assertThatExceptionOfType(AnalysisException.class)
        .isThrownBy(() -> heard(new Song("silent.mp3", null, null), false))
        .withMessageContaining("ended with 2 and said nothing");
    assertThatExceptionOfType(AnalysisException.class)
        .isThrownBy(() -> heard(new Song("told.mp3", null, null), false))
        .withMessageContaining("tonearm.toml: there is a fault in line 3.");
  }

  @Test
  @Timeout(60)
  void endsTheProcessWhereItIsInterrupted() {
    Set<ProcessHandle> before = children();
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> new Task().program().hear(Path.of("endless.mp3"), false));
    Set<ProcessHandle> left = children();
    left.removeAll(before);
    left.forEach(process -> process.onExit().join());
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  @Test
  void passesOverSongsWithoutAFile() throws AnalysisException {
    assertThat(heard(new Song(null, null, null), false).getGenre()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"a\":}", "{\"a\":1}x", "{\"a\":\"b", "{\"a\" 1}"})
  void refusesWhatIsNoAnswer(String line) {
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> JsonLine.read(line));
  }

  @Test
  void readsJson() throws IOException {
    assertThat(JsonLine.read(" {\"a\" : [1.5, true, null, \"\\n\\\\\\u0041\"], \"b\":{}} "))
        .isEqualTo(Map.of("a", List.of(1.5, true, "", "\n\\A"), "b", Map.of()));
  }

  @Test
  void theEditorSetsTheTask() throws Exception {
    TonearmTaskEditor editor = new TonearmTaskEditor(new KeptInMemory());
    TonearmTask task = new TonearmTask();
    task.setReplace(true);
    task.setProgram("/opt/tonearm");
    editor.setTask(task);
    assertThat(((JCheckBox) editor.getComponent().getComponent(0)).isSelected()).isTrue();
    ((JTextField) editor.getComponent().getComponent(2)).setText("  ");
    assertThat(editor.getTask().isReplace()).isTrue();
    assertThat(editor.getTask().getProgram()).isEqualTo("tonearm");
    editor.getComponent().setEnabled(false);
    assertThat(editor.getComponent().getComponent(0).isEnabled()).isFalse();
  }

  @Test
  void theDescriptorNamesTheTaskAndBeaTunesFindsItsEditor() throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(TonearmTask.class.getResourceAsStream("/META-INF/plugin.xml"));
    var plugin = document.getElementsByTagName("plugin").item(0).getAttributes();
    String name = plugin.getNamedItem("class").getNodeValue();
    assertThat(Class.forName(name)).isEqualTo(TonearmTask.class).hasAnnotation(Entity.class);
    assertThat(Class.forName(name + "Editor")).isEqualTo(TonearmTaskEditor.class);
    assertThat(document.getElementsByTagName("version").item(0).getTextContent())
        .doesNotContain("$");
  }
}
