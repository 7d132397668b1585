package org.tonearm.standalone;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.tonearm.panel.PanelEngine;
import org.tonearm.panel.Texts;
import org.tonearm.panel.sound.AudioOutput;
import org.tonearm.panel.view.Appearance;
import org.tonearm.panel.view.NamedPart;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.PanelWindow;
import org.tonearm.panel.view.Theme;

/** A user with a keyboard and a mouse before the panel's window. Needs a screen. */
final class PanelRobot implements AutoCloseable {
  private static final int DELAY_MILLIS = 20;
  private static final long PAUSE_MILLIS = 20;
  private static final long PATIENCE_MILLIS = 30_000;

  private final Robot robot;
  private final PanelView view;
  private final PanelWindow window;

  private PanelRobot(Robot robot, PanelView view, PanelWindow window) {
    this.robot = robot;
    this.view = view;
    this.window = window;
  }

  static PanelRobot open(PanelEngine engine, AudioOutput output, List<Path> places)
      throws AWTException, InterruptedException {
    Robot robot = new Robot();
    robot.setAutoDelay(DELAY_MILLIS);
    PanelRobot made =
        PanelDriver.onScreen(
            () -> {
              Appearance.set(Theme.LIGHT);
              Texts texts = new Texts(Locale.ENGLISH);
              PanelView view =
                  new PanelView(
                      engine, texts, SwingUtilities::invokeLater, System::nanoTime, output);
              view.add(places);
              PanelWindow window = new PanelWindow(view, texts, () -> {});
              window.open();
              return new PanelRobot(robot, view, window);
            });
    made.await(() -> made.part("library.listen", Component.class).isShowing());
    return made;
  }

  PanelView view() {
    return view;
  }

  <T extends Component> T part(String name, Class<T> kind) {
    return NamedPart.in(view.component(), name, kind);
  }

  /** Presses a key while others are held down. */
  void press(int key, int... held) {
    for (int modifier : held) {
      robot.keyPress(modifier);
    }
    robot.keyPress(key);
    robot.keyRelease(key);
    for (int modifier : held) {
      robot.keyRelease(modifier);
    }
  }

  void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int key = KeyEvent.getExtendedKeyCodeForChar(letter);
      if (Character.isUpperCase(letter)) {
        press(key, KeyEvent.VK_SHIFT);
      } else {
        press(key);
      }
    }
  }

  /** Clicks into a row of the table of tracks. */
  void clickRow(int row) throws InterruptedException {
    Point at =
        PanelDriver.onScreen(
            () -> {
              JTable table = part("library.table", JTable.class);
              Rectangle cell = table.getCellRect(row, 0, true);
              Point corner = table.getLocationOnScreen();
              return new Point(corner.x + cell.x + 60, corner.y + cell.y + cell.height / 2);
            });
    robot.mouseMove(at.x, at.y);
    click();
  }

  /** Moves the pointer to a place of a component. */
  void point(String name, double x, double y) throws InterruptedException {
    Point at =
        PanelDriver.onScreen(
            () -> {
              Component part = part(name, Component.class);
              Point corner = part.getLocationOnScreen();
              return new Point(
                  corner.x + (int) (x * part.getWidth()), corner.y + (int) (y * part.getHeight()));
            });
    robot.mouseMove(at.x, at.y);
  }

  void click() {
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  /** Drags from where the pointer is over places of a component. */
  void drag(String name, double[][] places) throws InterruptedException {
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    for (double[] place : places) {
      point(name, place[0], place[1]);
    }
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  String text(String label) throws InterruptedException {
    return PanelDriver.onScreen(() -> part(label, JLabel.class).getText());
  }

  /** On the event thread. */
  String textNow(String label) {
    String text = part(label, JLabel.class).getText();
    return text == null ? "" : text;
  }

  /** What stands in the field for another genre. On the event thread. */
  Object word() {
    return part("review.word.genre", JComboBox.class).getEditor().getItem();
  }

  /** On the event thread. */
  int rowsNow() {
    return part("library.table", JTable.class).getRowCount();
  }

  /** Has a component take the focus, as some tabs would. */
  void focus(String name) throws InterruptedException {
    PanelDriver.onScreen(() -> part(name, Component.class).requestFocusInWindow());
    await(() -> part(name, Component.class).isFocusOwner());
  }

  /** Gives the first track another genre, by keyboard alone. */
  void decideGenre(String word) throws InterruptedException {
    focus("library.table");
    press(KeyEvent.VK_HOME, KeyEvent.VK_CONTROL);
    await(() -> part("review.word.genre", Component.class).isEnabled());
    press(KeyEvent.VK_G, KeyEvent.VK_ALT);
    press(KeyEvent.VK_A, KeyEvent.VK_CONTROL);
    type(word);
    await(() -> word.equals(word()));
    press(KeyEvent.VK_TAB);
    press(KeyEvent.VK_SPACE);
    await(() -> !view().session().decisions().decided().isEmpty());
    settle();
  }

  int rows() throws InterruptedException {
    return PanelDriver.onScreen(() -> part("library.table", JTable.class).getRowCount());
  }

  /** Waits until something is so on the event thread, and tells whether it became so. */
  boolean await(Callable<Boolean> condition) throws InterruptedException {
    long begun = System.currentTimeMillis();
    while (!PanelDriver.onScreen(condition)) {
      if (System.currentTimeMillis() - begun > PATIENCE_MILLIS) {
        return false;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return true;
  }

  /** Waits until no work goes on. */
  void settle() throws InterruptedException {
    await(() -> view.session().work().current().isEmpty());
  }

  @Override
  public void close() {
    try {
      SwingUtilities.invokeAndWait(window::close);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
