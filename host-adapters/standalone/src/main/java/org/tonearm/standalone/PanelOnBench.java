package org.tonearm.standalone;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.event.RowSorterEvent;
import org.tonearm.panel.HeardFile;
import org.tonearm.panel.Texts;
import org.tonearm.panel.view.Appearance;
import org.tonearm.panel.view.NamedPart;
import org.tonearm.panel.view.OffScreen;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.PanelWindow;
import org.tonearm.panel.view.Theme;
import org.tonearm.standalone.bench.EventTimes;
import org.tonearm.standalone.bench.StepFigures;

/**
 * The panel under the eyes of {@link EventTimes}: in a window where there is a screen, else painted
 * into an image after each action. Used by one thread, which is not the event thread.
 */
final class PanelOnBench implements AutoCloseable {
  private static final Dimension SIZE = new Dimension(1180, 800);
  private static final long PATIENCE_SECONDS = 20;
  private static final long PAUSE_MILLIS = 10;

  private final PanelView view;
  private final Optional<PanelWindow> window;
  private final EventTimes times;
  private final Semaphore arranged = new Semaphore(0);
  private final BufferedImage image =
      new BufferedImage(SIZE.width, SIZE.height, BufferedImage.TYPE_INT_RGB);

  private PanelOnBench(PanelView view, Optional<PanelWindow> window, EventTimes times) {
    this.view = view;
    this.window = window;
    this.times = times;
  }

  /** Opens it over these tracks, none of which it knows yet. */
  static PanelOnBench over(List<HeardFile> tracks, EventTimes times) throws InterruptedException {
    PanelOnBench[] made = new PanelOnBench[1];
    onScreen(
        () -> {
          Appearance.set(Theme.LIGHT);
          Texts texts = new Texts(Locale.ENGLISH);
          PanelView view =
              new PanelView(
                  new MadeUpEngine(tracks),
                  texts,
                  SwingUtilities::invokeLater,
                  System::nanoTime,
                  rate -> Optional.empty());
          view.add(List.of(Path.of("/music")));
          Optional<PanelWindow> window =
              GraphicsEnvironment.isHeadless()
                  ? Optional.empty()
                  : Optional.of(new PanelWindow(view, texts, () -> {}));
          window.ifPresentOrElse(
              PanelWindow::open, () -> OffScreen.picture(view.component(), SIZE));
          made[0] = new PanelOnBench(view, window, times);
          made[0]
              .part("library.table", JTable.class)
              .getRowSorter()
              .addRowSorterListener(made[0]::sorted);
        });
    return made[0];
  }

  /** Whether it is on a screen. */
  boolean shown() {
    return window.isPresent();
  }

  PanelView view() {
    return view;
  }

  /** On the event thread. */
  <T extends Component> T part(String name, Class<T> kind) {
    return NamedPart.in(view.component(), name, kind);
  }

  /** Listens to all tracks; the figures are those of every task of the event thread meanwhile. */
  StepFigures fill() throws InterruptedException {
    times.taken();
    onScreen(() -> view.session().listen());
    AtomicBoolean going = new AtomicBoolean(true);
    while (going.get()) {
      paint();
      Thread.sleep(PAUSE_MILLIS);
      onScreen(() -> going.set(view.session().work().current().isPresent()));
    }
    return StepFigures.of("fill", times.taken(), List.of());
  }

  /**
   * Does things one after the other.
   *
   * @param arranging whether each has the rows arranged anew, which is waited for
   */
  StepFigures step(String name, List<Runnable> actions, boolean arranging)
      throws InterruptedException {
    List<EventTimes.Task> longest = new ArrayList<>();
    List<Long> waits = new ArrayList<>();
    settle();
    for (Runnable action : actions) {
      times.taken();
      arranged.drainPermits();
      long begun = System.nanoTime();
      onScreen(action);
      if (arranging && arranged.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        waits.add(System.nanoTime() - begun);
      }
      settle();
      times.taken().stream()
          .max(Comparator.comparingLong(EventTimes.Task::wallNanos))
          .ifPresent(longest::add);
    }
    return StepFigures.of(name, longest, waits);
  }

  @Override
  public void close() {
    try {
      onScreen(() -> window.ifPresentOrElse(PanelWindow::close, view::close));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for what an action began on the event thread, painting included. */
  private void settle() throws InterruptedException {
    paint();
    Thread.sleep(PAUSE_MILLIS);
    onScreen(() -> {});
  }

  private void paint() throws InterruptedException {
    if (shown()) {
      onScreen(() -> {});
    } else {
      onScreen(
          () -> {
            OffScreen.layOut(view.component());
            Graphics2D g = image.createGraphics();
            view.component().paint(g);
            g.dispose();
          });
    }
  }

  private void sorted(RowSorterEvent event) {
    if (event.getType() == RowSorterEvent.Type.SORTED) {
      arranged.release();
    }
  }

  private static void onScreen(Runnable errand) throws InterruptedException {
    try {
      SwingUtilities.invokeAndWait(errand);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
