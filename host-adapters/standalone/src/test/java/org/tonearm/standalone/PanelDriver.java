package org.tonearm.standalone;

import java.awt.Component;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.Parts;
import org.tonearm.panel.PanelEngine;
import org.tonearm.panel.Texts;
import org.tonearm.panel.view.NamedPart;
import org.tonearm.panel.view.PanelView;
import org.tonearm.run.Cancellation;

/** Does to a panel what a user does, by the components' names. Needs no screen. */
final class PanelDriver implements AutoCloseable {
  private static final long PAUSE_MILLIS = 10;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final PanelView view;

  PanelDriver(PanelView view) {
    this.view = view;
  }

  PanelDriver(PanelEngine engine) throws InterruptedException {
    this(
        onScreen(
            () ->
                new PanelView(
                    engine,
                    new Texts(Locale.ENGLISH),
                    SwingUtilities::invokeLater,
                    System::nanoTime)));
  }

  /** Over the engine on a data folder of its own. */
  static PanelDriver on(Path data, Parts parts) throws InterruptedException {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    Workplace workplace =
        new Workplace(
            new Terminal(nowhere, nowhere, false),
            new StandaloneHost(),
            new DataFolder(data),
            data.resolve("tonearm.toml"),
            (folder, settings) -> new Composition(folder, parts, settings),
            new Cancellation(),
            List.of("panel"));
    return new PanelDriver(new PanelWork(workplace, new ConfigurationOption()));
  }

  void add(Path place) throws InterruptedException {
    onScreen(
        () -> {
          view.add(List.of(place));
          return true;
        });
  }

  /** Clicks, and waits for what that began to end. */
  void click(String button) throws InterruptedException {
    clickOnly(button);
    settle();
  }

  void clickOnly(String button) throws InterruptedException {
    onScreen(
        () -> {
          part(button, JButton.class).doClick(0);
          return true;
        });
  }

  void settle() throws InterruptedException {
    await(() -> view.session().work().current().isEmpty());
  }

  /** Selects the row whose cell in a column is this. */
  void select(String table, int column, String value) throws InterruptedException {
    onScreen(
        () -> {
          JTable found = part(table, JTable.class);
          for (int row = 0; row < found.getRowCount(); row++) {
            if (found.getValueAt(row, column).toString().equals(value)) {
              found.setRowSelectionInterval(row, row);
              return true;
            }
          }
          throw new IllegalStateException("no row " + value);
        });
  }

  int rows(String table) throws InterruptedException {
    return onScreen(() -> part(table, JTable.class).getRowCount());
  }

  /** Waits until a table, which is arranged on another thread, has so many rows. */
  void awaitRows(String table, int count) throws InterruptedException {
    long begun = System.nanoTime();
    while (rows(table) != count) {
      if (System.nanoTime() - begun > PATIENCE_NANOS) {
        throw new AssertionError("not " + count + " rows but " + rows(table));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  String cell(String table, int row, int column) throws InterruptedException {
    return onScreen(() -> part(table, JTable.class).getValueAt(row, column).toString());
  }

  List<Path> places() throws InterruptedException {
    return onScreen(() -> view.session().places());
  }

  PanelView view() {
    return view;
  }

  /** Waits until the line at the bottom holds this. */
  void awaitTold(String part) throws InterruptedException {
    await(() -> part("work.told", JLabel.class).getText().contains(part));
  }

  /** Waits until something holds, asked on the event thread; fails if it never does. */
  void await(Callable<Boolean> condition) throws InterruptedException {
    long begun = System.nanoTime();
    while (!onScreen(condition)) {
      if (System.nanoTime() - begun > PATIENCE_NANOS) {
        throw new AssertionError("it never came to hold; told: " + told());
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  String told() throws InterruptedException {
    return onScreen(() -> part("work.told", JLabel.class).getText());
  }

  <T extends Component> T part(String name, Class<T> kind) {
    return NamedPart.in(view.component(), name, kind);
  }

  @Override
  public void close() {
    close(view);
  }

  /** Closes a panel, and waits until what was going on has ended. */
  static void close(PanelView view) {
    try {
      SwingUtilities.invokeAndWait(view::close);
      view.awaitEnd(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
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
