package org.tonearm.standalone;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.tonearm.api.TonearmException;
import org.tonearm.api.host.HostException;
import org.tonearm.panel.Decision;
import org.tonearm.panel.HeardFile;
import org.tonearm.panel.Texts;
import org.tonearm.panel.view.Appearance;
import org.tonearm.panel.view.NamedPart;
import org.tonearm.panel.view.OffScreen;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.Theme;

/** Paints each view of the panel, light and dark, in each language. Needs no screen. */
final class PanelPictures {
  private static final Dimension SIZE = new Dimension(1180, 800);
  private static final int TRACKS = 60;
  private static final int MANY_TRACKS = 20_000;
  private static final int MAP = 2;
  private static final long PAUSE_MILLIS = 20;

  /** Until what is looked up beside the event thread has come: covers, a waveform. */
  private static final long ARRIVAL_MILLIS = 1500;

  private static final List<String> VIEWS = List.of("library", "history", "map");

  private PanelPictures() {}

  /**
   * Paints them into a folder; files of the same names are replaced.
   *
   * @return how many
   * @throws HostException {@code target-io} if they can't be written
   */
  static int paint(Path folder) throws TonearmException, InterruptedException {
    int painted = 0;
    try {
      Files.createDirectories(folder);
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        for (String language : List.of("en", "de")) {
          String kind = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language + ".png";
          Locale locale = Locale.forLanguageTag(language);
          List<BufferedImage> pictures = pictures(theme, locale);
          for (int view = 0; view < pictures.size(); view++) {
            write(pictures.get(view), folder.resolve(VIEWS.get(view) + kind));
          }
          write(manyPoints(theme, locale), folder.resolve("map-many" + kind));
          painted += pictures.size() + 1;
          for (Map.Entry<String, BufferedImage> page :
              SettingsPictures.of(theme, locale, SIZE).entrySet()) {
            write(page.getValue(), folder.resolve("settings-" + page.getKey() + kind));
            painted++;
          }
        }
      }
      return painted;
    } catch (IOException e) {
      throw new HostException(
          "target-io",
          folder + ": no pictures can be written there: " + e,
          "Name a folder where you may write.",
          e);
    }
  }

  private static void write(BufferedImage picture, Path file) throws IOException {
    ImageIO.write(picture, "png", file.toFile());
  }

  private static List<BufferedImage> pictures(Theme theme, Locale language)
      throws InterruptedException {
    PanelView view = filled(theme, language, new MadeUpLibrary().tracks(TRACKS));
    try {
      return pictures(view);
    } finally {
      onScreen(() -> closed(view));
    }
  }

  /** The map of a library as large as some are. */
  private static BufferedImage manyPoints(Theme theme, Locale language)
      throws InterruptedException {
    PanelView view = filled(theme, language, new MadeUpLibrary(1).tracks(MANY_TRACKS));
    try {
      onScreen(
          () -> {
            view.show(MAP);
            return OffScreen.picture(view.component(), SIZE);
          });
      // So many tracks are drawn beside the event thread.
      Thread.sleep(ARRIVAL_MILLIS);
      return onScreen(() -> OffScreen.picture(view.component(), SIZE));
    } finally {
      onScreen(() -> closed(view));
    }
  }

  private static boolean closed(PanelView view) {
    view.close();
    return true;
  }

  private static PanelView filled(Theme theme, Locale language, List<HeardFile> tracks)
      throws InterruptedException {
    PanelView view =
        onScreen(
            () -> {
              Appearance.set(theme);
              PanelView made =
                  new PanelView(
                      new MadeUpEngine(tracks),
                      new Texts(language),
                      SwingUtilities::invokeLater,
                      System::nanoTime);
              SettingsPictures.add(made, new MadeUpSettings(Path.of("tonearm.toml")), theme);
              made.add(List.of(Path.of("/music")));
              made.session().listen();
              return made;
            });
    while (onScreen(() -> view.session().work().current().isPresent())) {
      Thread.sleep(PAUSE_MILLIS);
    }
    Thread.sleep(ARRIVAL_MILLIS);
    return view;
  }

  private static List<BufferedImage> pictures(PanelView view) throws InterruptedException {
    onScreen(
        () -> {
          List<Path> files =
              view.session().tracks().all().stream().limit(4).map(row -> row.path()).toList();
          view.session().decide(files.subList(0, 2), Decision.ACCEPTED);
          view.session().decide(files.subList(3, 4), Decision.REJECTED);
          select(view, "library.table", 1);
          select(view, "history.runs", 2);
          return true;
        });
    List<BufferedImage> pictures = new ArrayList<>();
    for (int i = 0; i < VIEWS.size(); i++) {
      int number = i;
      onScreen(
          () -> {
            view.show(number);
            return OffScreen.picture(view.component(), SIZE);
          });
      // What is looked up meanwhile comes by the same way, before the next errand.
      Thread.sleep(ARRIVAL_MILLIS);
      pictures.add(onScreen(() -> OffScreen.picture(view.component(), SIZE)));
    }
    return pictures;
  }

  private static void select(PanelView view, String table, int row) {
    JTable found = NamedPart.in(view.component(), table, JTable.class);
    if (row < found.getRowCount()) {
      found.setRowSelectionInterval(row, row);
    }
  }

  static <T> T onScreen(Callable<T> errand) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(errand);
    try {
      SwingUtilities.invokeAndWait(task);
      return task.get();
    } catch (InvocationTargetException | ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
