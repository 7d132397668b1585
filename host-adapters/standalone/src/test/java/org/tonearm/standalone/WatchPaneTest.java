package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.AbstractButton;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.WatchSwitch;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.settings.SettingsView;
import org.tonearm.watch.WatchStatus;

/** The watch's switch in the panel, against a watch that takes its time. */
final class WatchPaneTest {
  @TempDir Path temp;

  @Test
  void aWatchThatTakesLongIsToldAsStartingAndFilesAreLeftOut() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("music"));
    Path file = Files.writeString(temp.resolve("song.mp3"), "");
    SlowWatch watch = new SlowWatch();
    PanelView view = PanelDriver.onScreen(() -> view(watch));
    try (PanelDriver panel = new PanelDriver(view)) {
      AbstractButton on = panel.part("settings.watch.on", AbstractButton.class);
      JTextComponent state = panel.part("watch.state", JTextComponent.class);
      panel.await(on::isEnabled);
      panel.add(file);
      click(on);
      panel.awaitTold("No folder to watch");
      assertThat(watch.folders).isEmpty();
      panel.await(on::isEnabled);
      panel.add(folder);
      click(on);
      panel.awaitTold("is still starting");
      assertThat(watch.folders).containsExactly(folder);
      panel.await(() -> state.getText().startsWith("Starting") && !on.isEnabled());
      watch.tells = true;
      panel.await(() -> state.getText().startsWith("On.")); // without being asked
      assertThat(panel.part("settings.watch.off", AbstractButton.class).isEnabled()).isTrue();
    }
  }

  private static void click(AbstractButton button) throws InterruptedException {
    PanelDriver.onScreen(
        () -> {
          button.doClick(0);
          return true;
        });
  }

  private PanelView view(WatchSwitch watch) {
    MadeUpSettings source =
        new MadeUpSettings(temp.resolve("tonearm.toml")) {
          @Override
          public Optional<WatchSwitch> watch() {
            return Optional.of(watch);
          }
        };
    PanelView view =
        new PanelView(
            new MadeUpEngine(List.of()),
            new Texts(Locale.ENGLISH),
            SwingUtilities::invokeLater,
            System::nanoTime);
    SettingsDesk desk = new SettingsDesk(source.store(), SwingUtilities::invokeLater, view::tell);
    SettingsView settings = SettingsView.addTo(view, source, desk, Optional.empty());
    for (int page = 0; page < settings.pages(); page++) {
      settings.open(page);
    }
    return view;
  }

  /** Started, it is alive and tells nothing until it may. */
  private static final class SlowWatch implements WatchSwitch {
    private final List<Path> folders = new CopyOnWriteArrayList<>();
    private volatile boolean tells;

    @Override
    public Optional<WatchStatus> running() {
      Instant now = Instant.EPOCH;
      return tells
          ? Optional.of(
              new WatchStatus(
                  1,
                  now,
                  now,
                  List.of(),
                  WatchStatus.Doing.WAITING,
                  0,
                  Map.of(),
                  Optional.empty(),
                  Optional.empty()))
          : Optional.empty();
    }

    @Override
    public Pending pending() {
      return folders.isEmpty() || tells ? Pending.NOTHING : Pending.START;
    }

    @Override
    public void start(List<Path> more) throws ConfigurationException {
      folders.addAll(more);
      throw new ConfigurationException(
          "watch-start", "The watch (process 1) is still starting.", "Wait.");
    }

    @Override
    public void stop() {}
  }
}
