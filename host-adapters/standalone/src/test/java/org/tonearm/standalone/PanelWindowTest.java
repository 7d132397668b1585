package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window on a screen in memory. */
final class PanelWindowTest {

  @TempDir Path temp;

  @Test
  void closingTheWindowEndsWhatIsGoingOn() throws IOException, InterruptedException {
    assertThat(onScreen(PanelWindowMain.class))
        .isEqualTo("listening\nplaying\nclosed\nended\nsilent\n");
  }

  @Test
  void keyboardAndMouseDoWhatTheyShould() throws IOException, InterruptedException {
    for (String name : new String[] {"rock", "jazz", "noise"}) {
      FakeFile.make(temp.resolve("music/" + name + ".mp3"), 30, name);
    }
    List<String> told = onScreen(PanelRobotMain.class, temp.toString()).lines().toList();
    assertThat(told).hasSize(11);
    assertThat(told)
        .contains("listened: 3", "search: true", "cover: true", "sound: true", "hover: true");
    assertThat(told.get(2)).startsWith("told: Written: 1. Failed: 0.");
    assertThat(told.get(3)).contains("genre=Punk").doesNotContain("Rock");
    assertThat(told.get(6)).matches("spot: (1:5\\d|2:0\\d) of 4:00");
    assertThat(seconds(told.get(7))).isEqualTo(seconds(told.get(6)) + 5);
    assertThat(told.get(8)).matches("region: [1-9]\\d* tracks in the region");
    assertThat(told.get(10)).isEqualTo("zoomed: 0 tracks in the region");
  }

  /** With the models and codecs that ship, and mutagen as judge. */
  @Test
  void theWholeWayCanBeGoneByTheKeyboard() throws IOException, InterruptedException {
    assumeTrue(WatchJudge.present(), "mutagen is not here (Debian: python3-mutagen).");
    Path wave = Files.createDirectory(temp.resolve("music")).resolve("noise.wav");
    Files.write(wave, TinyWave.bytes(1));
    byte[] before = Files.readAllBytes(wave);
    assertThat(onScreen(PanelWayMain.class, temp.toString()).lines())
        .containsExactly(
            "added: true",
            "listened: 1",
            "written: true",
            "genre: ['Ambient']",
            "undone: true",
            "genre: none",
            "fault: true",
            "going: true",
            "cancelled: true",
            "kept: 20");
    assertThat(Files.readAllBytes(wave)).isEqualTo(before);
  }

  private static int seconds(String told) {
    String[] clock = told.substring(told.indexOf(' ') + 1).split("[: ]", 3);
    return 60 * Integer.parseInt(clock[0]) + Integer.parseInt(clock[1]);
  }

  private static String onScreen(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    try (ScreenInMemory screen = new ScreenInMemory()) {
      return screen.run(main, arguments).said();
    }
  }
}
