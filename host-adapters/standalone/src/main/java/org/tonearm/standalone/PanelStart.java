package org.tonearm.standalone;

import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.tonearm.api.ConfigurationException;
import org.tonearm.panel.PanelEngine;
import org.tonearm.panel.Texts;
import org.tonearm.panel.view.Appearance;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.PanelWindow;
import org.tonearm.panel.view.Theme;

/** Opens the panel's window and waits until it is closed. */
final class PanelStart {
  private static final long POLL_MILLIS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Workplace workplace;
  private final PanelEngine engine;

  PanelStart(Workplace workplace, PanelEngine engine) {
    this.workplace = workplace;
    this.engine = engine;
  }

  /**
   * Opens it; returns the exit code when it is closed.
   *
   * @throws ConfigurationException {@code no-display} where there is no screen
   */
  int open(List<Path> places, String theme, Locale language)
      throws ConfigurationException, InterruptedException {
    if (GraphicsEnvironment.isHeadless()) {
      throw new ConfigurationException(
          "no-display",
          "There is no screen to open a window on.",
          "Log in to a desktop, or set DISPLAY; 'tonearm tag' does the same without a window.");
    }
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<PanelView> view = new AtomicReference<>();
    PanelWindow window = made(places, theme, language, closed, view);
    while (!closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      if (workplace.cancellation().requested()) {
        SwingUtilities.invokeLater(window::close);
      }
    }
    view.get().awaitEnd(PATIENCE);
    return workplace.cancellation().requested() ? ExitCode.INTERRUPTED : ExitCode.GOOD;
  }

  private PanelWindow made(
      List<Path> places,
      String theme,
      Locale language,
      CountDownLatch closed,
      AtomicReference<PanelView> shown)
      throws InterruptedException {
    PanelWindow[] made = new PanelWindow[1];
    try {
      SwingUtilities.invokeAndWait(
          () -> {
            Appearance.set(Theme.valueOf(theme.toUpperCase(Locale.ROOT)));
            Texts texts = new Texts(language);
            PanelView view =
                new PanelView(engine, texts, SwingUtilities::invokeLater, System::nanoTime);
            view.add(places);
            shown.set(view);
            made[0] = new PanelWindow(view, texts, closed::countDown);
            made[0].open();
          });
      return made[0];
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
