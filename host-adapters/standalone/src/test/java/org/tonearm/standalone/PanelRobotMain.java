package org.tonearm.standalone;

import java.awt.Component;
import java.awt.event.KeyEvent;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.panel.artwork.PictureSource;
import org.tonearm.panel.sound.JavaSound;
import org.tonearm.run.Cancellation;

/**
 * Does to the panel's window what users do, by keyboard and mouse, and tells what came of it. Its
 * argument is a folder with {@link FakeFile}s in a folder {@code music}.
 */
final class PanelRobotMain {
  private PanelRobotMain() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    byKeyboard(folder);
    soundAndCovers();
    map();
    System.exit(0);
  }

  /** Listen, search, choose another word, write; no hand on the mouse. */
  private static void byKeyboard(Path folder) throws Exception {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    Workplace workplace =
        new Workplace(
            new Terminal(nowhere, nowhere, false),
            new StandaloneHost(),
            new DataFolder(folder.resolve("data")),
            folder.resolve("tonearm.toml"),
            (data, settings) -> new Composition(data, FakeListening.parts(), settings),
            new Cancellation(),
            List.of("panel"));
    try (PanelRobot user =
        PanelRobot.open(
            new PanelWork(workplace, new ConfigurationOption()),
            rate -> Optional.empty(),
            List.of(folder.resolve("music")))) {
      user.press(KeyEvent.VK_L, KeyEvent.VK_ALT);
      user.await(() -> user.view().session().tracks().size() == 3);
      user.settle();
      say("listened", user.rows());
      user.press(KeyEvent.VK_F, KeyEvent.VK_CONTROL);
      user.type("rock");
      say("search", user.await(() -> user.rowsNow() == 1));
      user.decideGenre("Punk");
      user.press(KeyEvent.VK_W, KeyEvent.VK_ALT);
      user.await(() -> user.textNow("work.told").startsWith("Written"));
      say("told", user.text("work.told"));
      say("file", FakeFile.lines(folder.resolve("music/rock.mp3")));
    }
  }

  /** A computer without sound, and a cover that is no picture. */
  private static void soundAndCovers() throws Exception {
    MadeUpEngine engine =
        new MadeUpEngine(new MadeUpLibrary().tracks(40)) {
          @Override
          public PictureSource pictures() {
            return file -> Optional.of("no picture".getBytes(StandardCharsets.US_ASCII));
          }
        };
    new JavaSound().open(44_100).ifPresent(line -> line.close());
    try (PanelRobot user =
        PanelRobot.open(engine, rate -> Optional.empty(), List.of(Path.of("/music")))) {
      user.press(KeyEvent.VK_L, KeyEvent.VK_ALT);
      user.await(() -> user.view().session().tracks().size() == 40);
      user.clickRow(2);
      say("cover", user.await(() -> user.textNow("review.cover").contains("can’t be shown")));
      user.press(KeyEvent.VK_P);
      say("sound", user.await(() -> user.textNow("timeline.told").contains("No sound device")));
      user.point("review.timeline", 0.5, 0.5);
      user.click();
      user.await(() -> !user.textNow("timeline.clock").startsWith("0:00"));
      say("spot", user.text("timeline.clock"));
      user.press(KeyEvent.VK_RIGHT);
      say("later", user.text("timeline.clock"));
    }
  }

  /** Pointing at tracks, drawing around them. */
  private static void map() throws Exception {
    MadeUpEngine engine = new MadeUpEngine(new MadeUpLibrary().tracks(40));
    try (PanelRobot user =
        PanelRobot.open(engine, rate -> Optional.empty(), List.of(Path.of("/music")))) {
      user.press(KeyEvent.VK_L, KeyEvent.VK_ALT);
      user.await(() -> user.view().session().tracks().size() == 40);
      user.press(KeyEvent.VK_3, KeyEvent.VK_ALT);
      user.await(() -> user.part("map", Component.class).isShowing());
      user.point("map", 0.02, 0.02 + 0.5);
      user.drag("map", new double[][] {{0.3, 0.02}, {0.98, 0.02}, {0.98, 0.98}, {0.02, 0.98}});
      user.await(() -> !user.textNow("map.chosen").startsWith("0 "));
      say("region", user.text("map.chosen"));
      boolean found = false;
      for (double x = 0.05; x < 1 && !found; x += 0.01) {
        for (double y = 0.1; y < 0.95 && !found; y += 0.02) {
          user.point("map", x, y);
          found = PanelDriver.onScreen(() -> !user.textNow("map.under").isBlank());
        }
      }
      say("hover", found);
      user.press(KeyEvent.VK_ADD);
      user.await(() -> user.textNow("map.chosen").startsWith("0 "));
      say("zoomed", user.text("map.chosen"));
    }
  }

  private static void say(String what, Object how) {
    System.out.println(what + ": " + how);
  }
}
