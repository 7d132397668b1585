package org.tonearm.standalone;

import java.awt.Component;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.Parts;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.view.NamedPart;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.settings.SettingsView;
import org.tonearm.run.Cancellation;

/** Does to the panel's settings what a user does, by the components' names. Needs no screen. */
final class SettingsDriver implements AutoCloseable {
  private static final long PAUSE_MILLIS = 20;
  private static final int MOST_PAUSES = 1500;

  private final Path file;
  private final PanelView view;
  private SettingsDesk desk;

  /** Over the engine on a data folder of its own, in which the configuration lies. */
  SettingsDriver(Path data, Parts parts) throws InterruptedException {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    file = data.resolve("tonearm.toml");
    Workplace workplace =
        new Workplace(
            new Terminal(nowhere, nowhere, false),
            new StandaloneHost(),
            new DataFolder(data),
            file,
            (folder, settings) -> new Composition(folder, parts, settings),
            new Cancellation(),
            List.of("panel"));
    ConfigurationOption option = new ConfigurationOption();
    PanelSettings source = new PanelSettings(workplace, option);
    view =
        onScreen(
            () -> {
              PanelView made =
                  new PanelView(
                      new PanelWork(workplace, option),
                      new Texts(Locale.ENGLISH),
                      SwingUtilities::invokeLater,
                      System::nanoTime);
              desk = new SettingsDesk(source.store(), SwingUtilities::invokeLater, made::tell);
              SettingsView.addTo(made, source, desk, Optional.empty());
              return made;
            });
    // The file was read once its first line tells where it is, and rows have values.
    await(() -> !part("hint.tagging.policy", JLabel.class).getText().isEmpty());
  }

  PanelView view() {
    return view;
  }

  SettingsDesk desk() {
    return desk;
  }

  <T extends Component> T part(String name, Class<T> kind) {
    return NamedPart.in(view.component(), name, kind);
  }

  void click(String button) throws InterruptedException {
    onScreen(
        () -> {
          part(button, AbstractButton.class).doClick(0);
          return true;
        });
  }

  /** Types into a line, and presses Enter. */
  void type(String line, String text) throws InterruptedException {
    onScreen(
        () -> {
          JTextField field = part(line, JTextField.class);
          field.setText(text);
          field.postActionEvent();
          return true;
        });
  }

  /** What is told to be wrong with a setting; "" if nothing is. */
  String fault(String key) throws InterruptedException {
    return onScreen(
        () -> {
          JTextComponent told = part("fault." + key, JTextComponent.class);
          return told.isVisible() ? told.getText() : "";
        });
  }

  String text() throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** Waits until something holds, asked on the event thread; fails if it never does. */
  void await(Callable<Boolean> condition) throws InterruptedException {
    for (int i = 0; i < MOST_PAUSES; i++) {
      if (onScreen(condition)) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError("it never came to hold");
  }

  static <T> T onScreen(Callable<T> errand) throws InterruptedException {
    if (!SwingUtilities.isEventDispatchThread()) {
      return PanelDriver.onScreen(errand);
    }
    try {
      return errand.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    PanelDriver.close(view);
  }
}
