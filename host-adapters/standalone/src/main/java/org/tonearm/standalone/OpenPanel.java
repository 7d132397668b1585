package org.tonearm.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.tonearm.panel.PanelEngine;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.state.StateFile;
import org.tonearm.panel.view.PanelMemory;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.PanelWindow;
import org.tonearm.panel.view.Theme;
import org.tonearm.panel.view.ThemeKeeper;
import org.tonearm.panel.view.settings.LookChoices;
import org.tonearm.panel.view.settings.SettingsView;

/** The panel in its window, with its settings, as it was left. Made on the event thread. */
final class OpenPanel {
  private final PanelView view;
  private final PanelWindow window;
  private final PanelMemory memory;
  private final SettingsDesk desk;
  private String language;

  /**
   * What it works on.
   *
   * @param engine does the work
   * @param settings what the settings are about
   * @param file where it is remembered how the panel is left; empty if another one remembers there
   */
  record Parts(PanelEngine engine, SettingsSource settings, Optional<StateFile> file) {}

  /**
   * What is wished this time.
   *
   * @param theme of the window
   * @param language its tag; "" for the system's
   * @param places listed besides those that were
   */
  record Wishes(Theme theme, String language, List<Path> places) {}

  /**
   * Opens it.
   *
   * @param left how it was left
   * @param closed called when its window is closed
   */
  OpenPanel(Parts parts, StateFile.Remembered left, Wishes wishes, Runnable closed) {
    ThemeKeeper theme = new ThemeKeeper(wishes.theme());
    language = wishes.language();
    Texts texts =
        new Texts(language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language));
    view = new PanelView(parts.engine(), texts, SwingUtilities::invokeLater, System::nanoTime);
    desk = new SettingsDesk(parts.settings().store(), SwingUtilities::invokeLater, view::tell);
    SettingsView.addTo(
        view,
        parts.settings(),
        desk,
        Optional.of(
            new LookChoices(theme::theme, theme::wish, () -> language, tag -> language = tag)));
    memory = new PanelMemory(parts.file(), view, left.state());
    window = new PanelWindow(view, texts, closed);
    window.place(left.state().window());
    memory.window(window::bounds);
    memory.look(() -> theme.theme().name().toLowerCase(Locale.ROOT), () -> language);
    view.onClose(memory::close);
    view.onClose(theme::close);
    memory.restore(left.aside());
    view.add(wishes.places());
    window.open();
  }

  /** What is shown; for tests. */
  PanelView view() {
    return view;
  }

  /** Closes the window, as the user does. */
  void close() {
    window.close();
  }

  /** Waits, after it was closed, until how it was left is written. Not on the event thread. */
  void awaitRemembered() throws InterruptedException {
    memory.awaitEnd();
  }

  /**
   * Waits, after it was closed, until all that was going on has ended. On any thread but the event
   * thread.
   */
  void awaitEnd(Duration patience) throws InterruptedException {
    awaitRemembered();
    view.awaitEnd(patience);
    desk.awaitEnd(patience);
  }
}
