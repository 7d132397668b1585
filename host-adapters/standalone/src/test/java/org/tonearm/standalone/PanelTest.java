package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JTable;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.TagField;
import org.tonearm.composition.Parts;
import org.tonearm.correction.Correction;
import org.tonearm.correction.CorrectionFile;
import org.tonearm.panel.Notice;
import org.tonearm.panel.PanelEngine;
import org.tonearm.panel.Words;
import org.tonearm.run.Cancellation;
import org.tonearm.run.lock.RunLock;
import org.tonearm.run.lock.Waiting;
import org.tonearm.tag.planfile.PlannedTrack;

/** The panel over the engine, driven by its components. */
final class PanelTest {
  private static final String TRACKS = "library.table";
  private static final int TITLE = 0;
  private static final int GENRE = 2;
  private static final int NEW_GENRE = 3;
  private static final int STATUS = 8;

  @TempDir Path temp;

  @Test
  void acceptsChangesWritesAndTakesBack() throws IOException, InterruptedException {
    Path music = temp.resolve("music");
    Path jazz = FakeFile.make(music.resolve("jazz.mp3"), 30, "jazz", "cue=1");
    Path rock = FakeFile.make(music.resolve("rock.mp3"), 30, "rock", "mood=Calm");
    Path noise = FakeFile.make(music.resolve("noise.mp3"), 30, "noise");
    List<String> before = FakeFile.lines(jazz);
    try (PanelDriver panel = PanelDriver.on(temp.resolve("data"), FakeListening.parts())) {
      panel.add(music);
      panel.click("library.listen");
      assertThat(panel.rows(TRACKS)).isEqualTo(3);
      assertThat(panel.told()).isEqualTo("Listened to 3 tracks. Nothing was written.");
      assertThat(FakeFile.lines(jazz)).isEqualTo(before);

      panel.select(TRACKS, TITLE, "rock.mp3");
      panel.click("decide.accept");
      panel.select(TRACKS, TITLE, "jazz.mp3");
      choose(panel, "Swing");
      panel.click("decide.apply");
      assertThat(panel.told()).startsWith("Written: 2. Failed: 0.");
      assertThat(FakeFile.lines(jazz)).contains("genre=Swing", "cue=1");
      assertThat(FakeFile.lines(jazz)).noneMatch(line -> line.contains("Jazz"));
      assertThat(FakeFile.lines(rock)).contains("genre=Rock", "mood=Calm");
      assertThat(FakeFile.lines(noise)).hasSize(1);

      panel.click("work.undo");
      assertThat(panel.told()).startsWith("Put back: 2 files.");
      assertThat(FakeFile.lines(jazz)).isEqualTo(before);
    }
  }

  @Test
  void wordsOfTheUsersAreRememberedUntilTheyAreTakenBack()
      throws IOException, InterruptedException, TonearmException {
    Path jazz = FakeFile.make(temp.resolve("music/jazz.mp3"), 30, "jazz");
    FakeFile.make(temp.resolve("music/rock.mp3"), 31, "rock");
    CorrectionFile noted = new CorrectionFile(temp.resolve("data/corrections.jsonl"));
    try (PanelDriver panel = PanelDriver.on(temp.resolve("data"), FakeListening.parts())) {
      panel.add(temp.resolve("music"));
      panel.click("library.listen");
      panel.select(TRACKS, TITLE, "rock.mp3");
      panel.click("decide.accept");
      panel.select(TRACKS, TITLE, "jazz.mp3");
      choose(panel, "Swing");
      assertThat(noted.read().size()).isZero();
      panel.click("decide.apply");
      assertThat(noted.read().size()).isEqualTo(1);
      Correction correction = noted.read().of(jazz, TagField.GENRE).orElseThrow();
      assertThat(correction.told()).isEqualTo("Jazz");
      assertThat(correction.corrected()).isEqualTo("Swing");
      panel.click("work.undo");
      assertThat(noted.read().size()).isZero();
      choose(panel, "Swing");
      panel.click("decide.apply");
      assertThat(noted.read().size()).isEqualTo(1);
    }
    Bench bench = new Bench(temp.resolve("data"));
    assertThat(bench.run("undo", "--last", "--dry-run")).isEqualTo(ExitCode.GOOD);
    assertThat(noted.read().size()).isEqualTo(1);
    assertThat(bench.run("undo", "--last")).isEqualTo(ExitCode.GOOD);
    assertThat(noted.read().size()).isZero();
  }

  @Test
  void whatIsDecidedWhileAWordIsPutInStaysAndMoreWorkIsRefusedInWords()
      throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    PanelEngine slow =
        new MadeUpEngine(new MadeUpLibrary().tracks(1)) {
          @Override
          public PlannedTrack correct(PlannedTrack planned, TagField field, String word) {
            asked.countDown();
            awaitQuietly(answered);
            return super.correct(planned, field, word);
          }
        };
    try (PanelDriver panel = new PanelDriver(slow)) {
      panel.add(temp);
      panel.click("library.listen");
      panel.select(TRACKS, TITLE, panel.cell(TRACKS, 0, TITLE));
      PanelDriver.onScreen(
          () -> {
            panel.part("review.word.genre", JComboBox.class).getEditor().setItem("Swing");
            return true;
          });
      panel.clickOnly("review.choose.genre");
      asked.await();
      panel.clickOnly("decide.reject");
      panel.clickOnly("library.listen");
      assertThat(panel.told()).startsWith("Something is still going on");
      answered.countDown();
      panel.settle();
      assertThat(panel.cell(TRACKS, 0, STATUS)).isEqualTo("REJECTED");
      assertThat(panel.cell(TRACKS, 0, NEW_GENRE)).isNotEqualTo("Swing");
    }
  }

  @Test
  void whatWentWrongDuringWorkStandsUntilOtherWorkBegins() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    PanelEngine slow =
        new MadeUpEngine(new MadeUpLibrary().tracks(1)) {
          @Override
          public void listen(List<Path> places, ListenSink sink, Cancellation cancellation) {
            super.listen(places, sink, cancellation);
            awaitQuietly(answered);
          }
        };
    try (PanelDriver panel = new PanelDriver(slow)) {
      JLabel wrong = panel.part("work.wrong", JLabel.class);
      panel.add(temp);
      panel.clickOnly("library.listen");
      PanelDriver.onScreen(
          () -> {
            panel.view().tell(Notice.of(new IllegalStateException("the drive is gone")));
            return true;
          });
      panel.awaitTold("Listening: ");
      assertThat(wrong.isVisible()).isTrue();
      assertThat(wrong.getText()).contains("the drive is gone");
      answered.countDown();
      panel.settle();
      assertThat(panel.told()).startsWith("Listened to 1 tracks.");
      assertThat(wrong.isVisible()).isTrue();
      panel.click("library.listen");
      assertThat(wrong.isVisible()).isFalse();
    }
  }

  @Test
  void wordsAreAskedForAtEachListeningAndLeaveWhatIsTyped() throws InterruptedException {
    List<String> choices = new CopyOnWriteArrayList<>(List.of("Jazz"));
    PanelEngine changing =
        new MadeUpEngine(new MadeUpLibrary().tracks(1)) {
          @Override
          public Words words() {
            return new Words(Map.of(), Map.of(TagField.GENRE, List.copyOf(choices)));
          }
        };
    try (PanelDriver panel = new PanelDriver(changing)) {
      JComboBox<?> words = panel.part("review.word.genre", JComboBox.class);
      panel.await(() -> words.getItemCount() == 1);
      PanelDriver.onScreen(
          () -> {
            words.getEditor().setItem("Swi");
            return true;
          });
      choices.add("Polka");
      panel.add(temp);
      panel.click("library.listen");
      panel.await(() -> words.getItemCount() == 2);
      assertThat(words.getEditor().getItem()).isEqualTo("Swi");
    }
  }

  @Test
  void rejectedTracksAreNotWritten() throws IOException, InterruptedException {
    Path song = FakeFile.make(temp.resolve("music/song.mp3"), 30, "jazz");
    try (PanelDriver panel = PanelDriver.on(temp.resolve("data"), FakeListening.parts())) {
      panel.add(song);
      panel.click("library.listen");
      panel.select(TRACKS, TITLE, "song.mp3");
      panel.click("decide.accept");
      panel.click("decide.reject");
      panel.click("decide.apply");
      assertThat(panel.told()).startsWith("Nothing to write");
      assertThat(FakeFile.lines(song)).hasSize(1);
      assertThat(panel.cell(TRACKS, 0, STATUS)).isEqualTo("REJECTED");
    }
  }

  @Test
  void aFileChangedMeanwhileIsLeftAloneAndNamed() throws IOException, InterruptedException {
    Path song = FakeFile.make(temp.resolve("music/song.mp3"), 30, "jazz");
    try (PanelDriver panel = PanelDriver.on(temp.resolve("data"), FakeListening.parts())) {
      panel.add(song);
      panel.click("library.listen");
      panel.select(TRACKS, TITLE, "song.mp3");
      panel.click("decide.accept");
      FakeFile.make(song, 30, "jazz", "cue=2");
      panel.click("decide.apply");
      assertThat(panel.told()).startsWith("Written: 0. Failed: 1.");
      assertThat(panel.cell(TRACKS, 0, STATUS)).isEqualTo("NOT_WRITTEN");
      assertThat(FakeFile.lines(song)).contains("cue=2").noneMatch(l -> l.startsWith("genre"));
    }
  }

  @Test
  void writingTellsThatItWaitsForAnotherRun() throws Exception {
    Path song = FakeFile.make(temp.resolve("music/song.mp3"), 30, "jazz");
    Path data = temp.resolve("data");
    try (PanelDriver panel = PanelDriver.on(data, FakeListening.parts())) {
      panel.add(song);
      panel.click("library.listen");
      panel.select(TRACKS, TITLE, "song.mp3");
      panel.click("decide.accept");
      Waiting refused = Waiting.telling(false, sentence -> {}, () -> false);
      RunLock other = RunLock.take(data, "tonearm tag elsewhere", refused);
      try {
        panel.clickOnly("decide.apply");
        panel.awaitTold("Writing: another run is writing (process ");
        assertThat(panel.told()).contains(": tonearm tag elsewhere)").doesNotContain("Ctrl");
        assertThat(FakeFile.lines(song)).hasSize(1);
      } finally {
        other.close();
      }
      panel.settle();
      assertThat(panel.told()).startsWith("Written: 1. Failed: 0.");
    }
  }

  @Test
  void aFieldThatIsProtectedByNowIsNotWritten() throws IOException, InterruptedException {
    Path both = FakeFile.make(temp.resolve("music/both.mp3"), 30, "jazz");
    Path genreOnly = FakeFile.make(temp.resolve("music/genre.mp3"), 31, "jazz", "mood=Calm");
    Path data = temp.resolve("data");
    try (PanelDriver panel = PanelDriver.on(data, FakeListening.parts())) {
      panel.add(temp.resolve("music"));
      panel.click("library.listen");
      PanelDriver.onScreen(
          () -> {
            panel.part(TRACKS, JTable.class).selectAll();
            return true;
          });
      panel.click("decide.accept");
      Files.writeString(data.resolve("tonearm.toml"), "[tagging]\nprotected = [\"genre\"]\n");
      panel.click("decide.apply");
      assertThat(panel.told()).startsWith("Written: 1. Failed: 1.");
      assertThat(FakeFile.lines(both))
          .contains("mood=Happy")
          .noneMatch(line -> line.startsWith("genre"));
      assertThat(FakeFile.lines(genreOnly)).noneMatch(line -> line.startsWith("genre"));
      int first = panel.cell(TRACKS, 0, TITLE).equals("both.mp3") ? 0 : 1; // they come in any order
      assertThat(panel.cell(TRACKS, first, STATUS)).isEqualTo("WRITTEN");
      assertThat(panel.cell(TRACKS, first, GENRE)).isEmpty();
      assertThat(panel.cell(TRACKS, 1 - first, STATUS)).isEqualTo("NOT_WRITTEN");
      Files.delete(data.resolve("tonearm.toml"));
      panel.click("work.undo");
      assertThat(FakeFile.lines(both)).hasSize(1);
    }
  }

  @Test
  void aWordForManyPassesOverThoseThatCantHaveIt() throws IOException, InterruptedException {
    Path music = temp.resolve("music");
    Path written = FakeFile.make(music.resolve("a.mp3"), 30, "jazz");
    Path touched = FakeFile.make(music.resolve("b.mp3"), 31, "jazz");
    Path other = FakeFile.make(music.resolve("c.mp3"), 32, "jazz");
    try (PanelDriver panel = PanelDriver.on(temp.resolve("data"), FakeListening.parts())) {
      panel.add(music);
      panel.click("library.listen");
      panel.select(TRACKS, TITLE, "a.mp3");
      panel.click("decide.accept");
      panel.click("decide.apply");
      FakeFile.make(touched, 31, "jazz", "cue=2");
      PanelDriver.onScreen(
          () -> {
            panel.part(TRACKS, JTable.class).selectAll();
            return true;
          });
      choose(panel, "Swing");
      assertThat(panel.told()).startsWith("2 changed, 1 left as they were").contains("b.mp3");
      panel.click("decide.apply");
      assertThat(panel.told()).startsWith("Written: 2. Failed: 0.");
      assertThat(FakeFile.lines(written)).contains("genre=Swing", "mood=Happy");
      assertThat(FakeFile.lines(other)).contains("genre=Swing");
      assertThat(FakeFile.lines(touched)).noneMatch(line -> line.startsWith("genre"));
    }
  }

  @Test
  void decisionsHoldWhenTracksAreListenedToAgain() throws IOException, InterruptedException {
    Path music = temp.resolve("music");
    FakeFile.make(music.resolve("a.mp3"), 30, "jazz");
    FakeFile.make(music.resolve("b.mp3"), 31, "rock");
    try (PanelDriver panel = PanelDriver.on(temp.resolve("data"), FakeListening.parts())) {
      panel.add(music);
      panel.click("library.listen");
      panel.select(TRACKS, TITLE, "a.mp3");
      choose(panel, "Swing");
      panel.select(TRACKS, TITLE, "b.mp3");
      panel.click("decide.reject");
      panel.click("library.listen");
      int changed = panel.cell(TRACKS, 0, TITLE).equals("a.mp3") ? 0 : 1; // they come in any order
      assertThat(panel.cell(TRACKS, changed, STATUS)).isEqualTo("CHANGED");
      assertThat(panel.cell(TRACKS, changed, NEW_GENRE)).isEqualTo("Swing");
      assertThat(panel.cell(TRACKS, 1 - changed, STATUS)).isEqualTo("REJECTED");
    }
  }

  @Test
  void aFaultOfTheConfigurationIsTold() throws IOException, InterruptedException {
    Path song = FakeFile.make(temp.resolve("music/song.mp3"), 30, "jazz");
    Path data = Files.createDirectories(temp.resolve("data"));
    Files.writeString(data.resolve("tonearm.toml"), "[thresholds]\nmin-genre = 7\n");
    try (PanelDriver panel = PanelDriver.on(data, FakeListening.parts())) {
      panel.add(song);
      panel.click("library.listen");
      assertThat(panel.told()).contains("thresholds.min-genre", "Correct the configuration");
      // The file and the panel are one truth: what is mended there holds at once.
      Files.writeString(data.resolve("tonearm.toml"), "[thresholds]\nmin-genre = 0.5\n");
      panel.click("library.listen");
      assertThat(panel.told()).startsWith("Listened to 1 tracks.");
    }
  }

  @Test
  void aPlaceThatIsTakenOffIsNotListenedToAgain() throws IOException, InterruptedException {
    Path kept = FakeFile.make(temp.resolve("kept/a.mp3"), 30, "jazz").getParent();
    Path other = FakeFile.make(temp.resolve("other/b.mp3"), 31, "rock").getParent();
    try (PanelDriver panel = PanelDriver.on(temp.resolve("data"), FakeListening.parts())) {
      JButton remove = panel.part("library.remove", JButton.class);
      assertThat(remove.isEnabled()).isFalse();
      panel.add(kept);
      panel.add(other);
      panel.click("library.listen");
      PanelDriver.onScreen(
          () -> {
            JMenuItem item = (JMenuItem) remove.getComponentPopupMenu().getComponent(1);
            assertThat(item.getAccessibleContext().getAccessibleName())
                .isEqualTo("Take off: " + other);
            item.doClick(0);
            return true;
          });
      assertThat(panel.places()).containsExactly(kept);
      panel.click("library.listen");
      assertThat(panel.told()).startsWith("Listened to 1 tracks.");
      assertThat(panel.rows(TRACKS)).isEqualTo(2);
    }
  }

  @Test
  void searchingNarrowsTheTable() throws IOException, InterruptedException {
    FakeFile.make(temp.resolve("music/first.mp3"), 30, "jazz");
    FakeFile.make(temp.resolve("music/second.mp3"), 30, "rock");
    try (PanelDriver panel = PanelDriver.on(temp.resolve("data"), FakeListening.parts())) {
      panel.add(temp.resolve("music"));
      panel.click("library.listen");
      PanelDriver.onScreen(
          () -> {
            panel.part("library.search", JTextField.class).setText("ROCK");
            return true;
          });
      panel.awaitRows(TRACKS, 1);
      assertThat(panel.cell(TRACKS, 0, NEW_GENRE)).isEqualTo("Rock");
    }
  }

  @Test
  void cancellingEndsTheListening() throws IOException, InterruptedException {
    for (int i = 0; i < 400; i++) {
      FakeFile.make(temp.resolve("music/" + i + ".mp3"), 30, "jazz");
    }
    try (PanelDriver panel = PanelDriver.on(temp.resolve("data"), FakeListening.parts())) {
      panel.add(temp.resolve("music"));
      PanelDriver.onScreen(
          () -> {
            panel.part("library.listen", JButton.class).doClick(0);
            panel.part("work.cancel", JButton.class).doClick(0);
            return true;
          });
      panel.settle();
      assertThat(panel.rows(TRACKS)).isLessThan(400);
    }
  }

  /** With the models and codecs that ship, and mutagen as judge. */
  @Test
  void whatIsChosenStandsInARealFile() throws IOException, InterruptedException {
    assumeTrue(WatchJudge.present(), "mutagen is not here (Debian: python3-mutagen).");
    Path wave = Files.createDirectory(temp.resolve("music")).resolve("noise.wav");
    Files.write(wave, TinyWave.bytes(1));
    byte[] before = Files.readAllBytes(wave);
    try (PanelDriver panel = PanelDriver.on(temp.resolve("data"), Parts.installed())) {
      panel.add(wave);
      panel.click("library.listen");
      assertThat(panel.rows(TRACKS)).isEqualTo(1);
      panel.select(TRACKS, TITLE, "noise.wav");
      choose(panel, "Ambient");
      panel.click("decide.apply");
      assertThat(panel.told()).startsWith("Written: 1. Failed: 0.");
      assertThat(genre(wave)).isEqualTo("['Ambient']");
      assertThat(panel.cell(TRACKS, 0, GENRE)).isEqualTo("Ambient");
      panel.click("work.undo");
      assertThat(Files.readAllBytes(wave)).isEqualTo(before);
    }
  }

  @Test
  void paintsEachView() throws IOException {
    Bench bench = new Bench(temp.resolve("data"));
    Path pictures = temp.resolve("pictures");
    assertThat(bench.run("panel", "--pictures", pictures)).as(bench.err()).isEqualTo(0);
    try (Stream<Path> painted = Files.list(pictures)) {
      List<Path> all = painted.toList();
      assertThat(all).hasSize(4 * (4 + 10));
      for (Path picture : all) {
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(1180);
      }
    }
    assertThat(brightness(pictures.resolve("library-dark-en.png")))
        .isLessThan(brightness(pictures.resolve("library-light-en.png")) / 2);
  }

  private static double brightness(Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    long sum = 0;
    for (int x = 0; x < image.getWidth(); x += 10) {
      for (int y = 0; y < image.getHeight(); y += 10) {
        sum += image.getRGB(x, y) >> 8 & 0xFF;
      }
    }
    return sum;
  }

  private static void choose(PanelDriver panel, String word) throws InterruptedException {
    PanelDriver.onScreen(
        () -> {
          panel.part("review.word.genre", JComboBox.class).getEditor().setItem(word);
          return true;
        });
    panel.click("review.choose.genre");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String genre(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                "/usr/bin/python3",
                "-c",
                "import sys, mutagen; print(mutagen.File(sys.argv[1]).tags['TCON'].text)",
                file.toString())
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
