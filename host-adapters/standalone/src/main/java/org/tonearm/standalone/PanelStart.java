package org.tonearm.standalone;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import org.tonearm.api.ConfigurationException;
import org.tonearm.panel.PanelEngine;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.state.PanelState;
import org.tonearm.panel.state.StateFile;
import org.tonearm.panel.state.StateLock;
import org.tonearm.panel.view.Theme;

/** Opens the panel's window and waits until it is closed. */
final class PanelStart {
  private static final long POLL_MILLIS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Workplace workplace;
  private final PanelEngine engine;
  private final SettingsSource settings;

  PanelStart(Workplace workplace, PanelEngine engine, SettingsSource settings) {
    this.workplace = workplace;
    this.engine = engine;
    this.settings = settings;
  }

  /**
   * Opens it as it was left, unless another one is open; returns the exit code when it is closed.
   *
   * @param theme in place of the one that was left
   * @param language tag, in place of the one that was left
   * @throws ConfigurationException {@code no-display} where there is no screen, {@code panel-io} if
   *     how it was left can't be read
   */
  int open(List<Path> places, Optional<String> theme, Optional<String> language)
      throws ConfigurationException, InterruptedException {
    if (GraphicsEnvironment.isHeadless()) {
      throw new ConfigurationException(
          "no-display",
          "There is no screen to open a window on.",
          "Log in to a desktop, or set DISPLAY; 'tonearm tag' does the same without a window.");
    }
    StateFile file = new StateFile(workplace.data().panel());
    Optional<StateLock> lock = StateLock.take(file.file());
    try {
      return open(places, theme, language, file, lock);
    } finally {
      lock.ifPresent(StateLock::close);
    }
  }

  private int open(
      List<Path> places,
      Optional<String> theme,
      Optional<String> language,
      StateFile file,
      Optional<StateLock> lock)
      throws ConfigurationException, InterruptedException {
    StateFile.Remembered left = lock.isPresent() ? left(file) : lookOf(file);
    CountDownLatch closed = new CountDownLatch(1);
    OpenPanel.Wishes wishes =
        new OpenPanel.Wishes(
            Theme.of(theme.orElse(left.state().theme())),
            language.orElse(left.state().language()),
            places.stream().map(Path::toAbsolutePath).toList());
    OpenPanel panel =
        made(new OpenPanel.Parts(engine, settings, lock.map(held -> file)), left, wishes, closed);
    while (!closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      if (workplace.cancellation().requested()) {
        SwingUtilities.invokeLater(panel::close);
      }
    }
    panel.awaitRemembered();
    lock.ifPresent(StateLock::close); // The next window may remember, whatever still ends here.
    panel.awaitEnd(PATIENCE);
    return workplace.cancellation().requested() ? ExitCode.INTERRUPTED : ExitCode.GOOD;
  }

  private static StateFile.Remembered left(StateFile file) throws ConfigurationException {
    try {
      return file.read();
    } catch (IOException e) {
      throw new ConfigurationException(
          "panel-io",
          file.file() + ": how the window was left can't be read: " + e,
          "Make the file readable, or move it away.",
          e);
    }
  }

  /** Of a second window: theme and language alone. */
  private static StateFile.Remembered lookOf(StateFile file) {
    try {
      return new StateFile.Remembered(
          PanelState.NEW.looking(file.read().state()), Optional.empty());
    } catch (IOException e) {
      return new StateFile.Remembered(PanelState.NEW, Optional.empty());
    }
  }

  private static OpenPanel made(
      OpenPanel.Parts parts,
      StateFile.Remembered left,
      OpenPanel.Wishes wishes,
      CountDownLatch closed)
      throws InterruptedException {
    OpenPanel[] made = new OpenPanel[1];
    try {
      SwingUtilities.invokeAndWait(
          () -> made[0] = new OpenPanel(parts, left, wishes, closed::countDown));
      return made[0];
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
