package org.tonearm.standalone;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.Parts;
import org.tonearm.panel.PanelEngine;
import org.tonearm.run.Cancellation;

/**
 * Goes the whole way by the keyboard alone, with the models and codecs that ship: adds a folder,
 * listens, gives a track another genre, writes it, takes it back; then listens with a fault in the
 * configuration, and cancels in the middle of listening. Mutagen tells what stands in the file. Its
 * argument is a folder with a WAV in a folder {@code music}.
 */
final class PanelWayMain {
  private PanelWayMain() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path wave = folder.resolve("music/noise.wav");
    Path configuration = folder.resolve("tonearm.toml");
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    Workplace workplace =
        new Workplace(
            new Terminal(nowhere, nowhere, false),
            new StandaloneHost(),
            new DataFolder(folder.resolve("data")),
            configuration,
            (data, settings) -> new Composition(data, Parts.installed(), settings),
            new Cancellation(),
            List.of("panel"));
    try (PanelRobot user =
        PanelRobot.open(
            new PanelWork(workplace, new ConfigurationOption()),
            rate -> Optional.empty(),
            List.of())) {
      addFolder(user, wave.getParent());
      write(user, wave);
      // The file and the panel are one truth.
      Files.writeString(configuration, "[thresholds]\nmin-genre = 7\n");
      user.press(KeyEvent.VK_L, KeyEvent.VK_ALT);
      say("fault", user.await(() -> user.textNow("work.told").contains("thresholds.min-genre")));
    }
    cancel();
    System.exit(0);
  }

  private static void addFolder(PanelRobot user, Path folder) throws InterruptedException {
    user.press(KeyEvent.VK_D, KeyEvent.VK_ALT);
    user.await(PanelWayMain::chooserWaits);
    user.type(folder.toString());
    user.press(KeyEvent.VK_ENTER);
    say("added", user.await(() -> user.view().session().places().equals(List.of(folder))));
    // This screen has no window manager that would give the focus back to the window.
    user.point("library.search", 0.5, 0.5);
    user.click();
    user.await(() -> user.part("library.search", Component.class).isFocusOwner());
  }

  private static boolean chooserWaits() {
    var owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    return owner instanceof JTextField
        && SwingUtilities.getAncestorOfClass(JFileChooser.class, owner) != null;
  }

  private static void write(PanelRobot user, Path wave) throws Exception {
    user.press(KeyEvent.VK_L, KeyEvent.VK_ALT);
    user.await(() -> user.view().session().tracks().size() == 1);
    user.settle();
    say("listened", user.rows());
    user.decideGenre("Ambient");
    user.press(KeyEvent.VK_W, KeyEvent.VK_ALT);
    say("written", user.await(() -> user.textNow("work.told").startsWith("Written: 1.")));
    user.settle();
    say("genre", genre(wave));
    user.press(KeyEvent.VK_U, KeyEvent.VK_ALT);
    say("undone", user.await(() -> user.textNow("work.told").startsWith("Put back: 1")));
    say("genre", genre(wave));
  }

  private static void cancel() throws Exception {
    PanelEngine endless =
        new MadeUpEngine(new MadeUpLibrary().tracks(20)) {
          @Override
          public void listen(List<Path> places, ListenSink sink, Cancellation cancellation) {
            super.listen(places, sink, cancellation);
            while (!cancellation.requested()) {
              Thread.onSpinWait();
            }
          }
        };
    try (PanelRobot user =
        PanelRobot.open(endless, rate -> Optional.empty(), List.of(Path.of("/music")))) {
      user.press(KeyEvent.VK_L, KeyEvent.VK_ALT);
      user.await(() -> user.view().session().tracks().size() == 20);
      say("going", user.view().session().work().current().isPresent());
      user.press(KeyEvent.VK_C, KeyEvent.VK_ALT);
      say("cancelled", user.await(() -> user.view().session().work().current().isEmpty()));
      say("kept", user.rows());
    }
  }

  private static String genre(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                "/usr/bin/python3",
                "-c",
                "import sys, mutagen; tags = mutagen.File(sys.argv[1]).tags or {};"
                    + " print(tags['TCON'].text if 'TCON' in tags else 'none')",
                file.toString())
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static void say(String what, Object how) {
    System.out.println(what + ": " + how);
  }
}
