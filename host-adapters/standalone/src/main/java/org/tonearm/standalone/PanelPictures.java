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
  private static final long PAUSE_MILLIS = 20;
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
          List<BufferedImage> pictures = pictures(theme, Locale.forLanguageTag(language));
          for (int view = 0; view < pictures.size(); view++) {
            String name =
                VIEWS.get(view) + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language;
            ImageIO.write(pictures.get(view), "png", folder.resolve(name + ".png").toFile());
            painted++;
          }
          for (Map.Entry<String, BufferedImage> page :
              SettingsPictures.of(theme, Locale.forLanguageTag(language), SIZE).entrySet()) {
            String name =
                page.getKey() + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language;
            Path target = folder.resolve("settings-" + name + ".png");
            ImageIO.write(page.getValue(), "png", target.toFile());
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

  private static List<BufferedImage> pictures(Theme theme, Locale language)
      throws InterruptedException {
    PanelView view =
        onScreen(
            () -> {
              Appearance.set(theme);
              PanelView made =
                  new PanelView(
                      new MadeUpEngine(new MadeUpLibrary().tracks(TRACKS)),
                      new Texts(language),
                      SwingUtilities::invokeLater,
                      System::nanoTime);
              SettingsPictures.add(made, new MadeUpSettings(Path.of("tonearm.toml")), theme);
              return made;
            });
    try {
      return pictures(view);
    } finally {
      onScreen(
          () -> {
            view.close();
            return true;
          });
    }
  }

  private static List<BufferedImage> pictures(PanelView view) throws InterruptedException {
    onScreen(
        () -> {
          view.add(List.of(Path.of("/music")));
          view.session().listen();
          return true;
        });
    while (onScreen(() -> view.session().work().current().isPresent())) {
      Thread.sleep(PAUSE_MILLIS);
    }
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
      Thread.sleep(10 * PAUSE_MILLIS);
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
