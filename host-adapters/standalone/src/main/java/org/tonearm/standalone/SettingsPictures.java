package org.tonearm.standalone;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.SettingsSource;
import org.tonearm.panel.view.Appearance;
import org.tonearm.panel.view.OffScreen;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.Theme;
import org.tonearm.panel.view.settings.LookChoices;
import org.tonearm.panel.view.settings.SettingsView;

/** Paints each page of the settings. Needs no screen. */
final class SettingsPictures {
  private static final long PAUSE_MILLIS = 20;
  private static final int TRACKS = 60;

  /** With a few settings changed, and one of them wrong. */
  private static final String CONFIGURATION =
      """
      [tagging]
      policy = "replace"   # the old tags were guesses

      [thresholds]
      min-genre = 0.55

      [thresholds.genre]
      metal = 0.7

      [taxonomy]
      whitelist = ["Rock", "Jazz", "Electronic", "House", "Techno"]

      [taxonomy.aliases]
      "DnB" = "Drum & Bass"

      [moods]
      Q1 = "energetic"

      [watch]
      settle = "5 parsecs"
      """;

  private SettingsPictures() {}

  /** Adds settings to a panel that is painted. */
  static SettingsView add(PanelView panel, SettingsSource source, Theme theme) {
    return SettingsView.addTo(
        panel,
        source,
        new SettingsDesk(source.store(), SwingUtilities::invokeLater, panel::tell),
        Optional.of(new LookChoices(() -> theme, t -> {}, () -> "", tag -> {})));
  }

  /**
   * Paints them.
   *
   * @return by the word of the page
   */
  static Map<String, BufferedImage> of(Theme theme, Locale language, Dimension size)
      throws IOException, InterruptedException {
    Path folder = folder();
    Path file = folder.resolve("tonearm.toml");
    try {
      Files.writeString(file, CONFIGURATION);
      return of(new MadeUpSettings(file), theme, language, size);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /** Its name is seen in the pictures, which are to be the same each time. */
  private static Path folder() throws IOException {
    try {
      return Files.createDirectory(Path.of(System.getProperty("java.io.tmpdir"), "tonearm"));
    } catch (FileAlreadyExistsException e) {
      return Files.createTempDirectory("tonearm");
    }
  }

  private static Map<String, BufferedImage> of(
      MadeUpSettings source, Theme theme, Locale language, Dimension size)
      throws InterruptedException {
    AtomicBoolean asked = new AtomicBoolean();
    SettingsView[] settings = new SettingsView[1];
    PanelView view =
        PanelPictures.onScreen(
            () -> {
              Appearance.set(theme);
              PanelView made =
                  new PanelView(
                      new MadeUpEngine(new MadeUpLibrary().tracks(TRACKS)),
                      new Texts(language),
                      SwingUtilities::invokeLater,
                      System::nanoTime);
              settings[0] = add(made, source, theme);
              made.show("tab.settings");
              made.add(List.of(Path.of("/music")));
              made.session().listen();
              return made;
            });
    try {
      Map<String, BufferedImage> pictures = new LinkedHashMap<>();
      for (int page = 0; page < settings[0].pages(); page++) {
        int number = page;
        asked.set(false);
        PanelPictures.onScreen(
            () -> {
              settings[0].open(number);
              // Answers come in the order of the questions: this one after all that a page asks.
              settings[0].desk().ask(() -> true, asked::set);
              return OffScreen.picture(view.component(), size);
            });
        while (!asked.get()
            || PanelPictures.onScreen(() -> view.session().work().current().isPresent())) {
          Thread.sleep(PAUSE_MILLIS);
        }
        Thread.sleep(30 * PAUSE_MILLIS); // Curves wait for the last of many tracks.
        pictures.put(
            settings[0].word(number),
            PanelPictures.onScreen(
                () -> {
                  OffScreen.picture(view.component(), size);
                  return OffScreen.picture(view.component(), size);
                }));
      }
      return pictures;
    } finally {
      PanelPictures.onScreen(
          () -> {
            view.close();
            return true;
          });
    }
  }
}
