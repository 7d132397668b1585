package org.tonearm.panel.view;

import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.tonearm.panel.Texts;
import org.tonearm.panel.state.PanelState;

/** The panel in a window of its own. On the event thread. */
public final class PanelWindow {
  private static final Dimension USUAL = new Dimension(1180, 800);

  private final JFrame frame;
  private Rectangle normal = new Rectangle();

  /**
   * @param closed called when the user closes the window; work that is going on was asked to end
   */
  public PanelWindow(PanelView view, Texts texts, Runnable closed) {
    frame = new JFrame(texts.get("window.title"));
    frame.setName("window");
    frame.setContentPane(view.component());
    frame.setSize(USUAL);
    frame.setLocationByPlatform(true);
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            view.close();
            closed.run();
          }
        });
    frame.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            note();
          }

          @Override
          public void componentMoved(ComponentEvent event) {
            note();
          }
        });
  }

  /** Puts it where it was, if there is a screen there still. Before it is shown. */
  public void place(PanelState.Bounds bounds) {
    Rectangle wanted =
        new Rectangle(bounds.x(), bounds.y(), Math.max(0, bounds.width()), bounds.height());
    for (GraphicsDevice screen :
        GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
      Rectangle room = screen.getDefaultConfiguration().getBounds();
      Rectangle seen = room.intersection(wanted);
      if (!wanted.isEmpty() && seen.width > wanted.width / 4 && seen.height > wanted.height / 4) {
        frame.setLocationByPlatform(false);
        frame.setBounds(wanted);
        normal = wanted;
        if (bounds.maximized()) {
          frame.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
        return;
      }
    }
  }

  /** Where it is when it is not maximized. */
  public PanelState.Bounds bounds() {
    return new PanelState.Bounds(normal.x, normal.y, normal.width, normal.height, maximized());
  }

  /** Shows it. */
  public void open() {
    frame.setVisible(true);
  }

  /** Closes it, as the user does. */
  public void close() {
    frame.dispose();
  }

  private boolean maximized() {
    return (frame.getExtendedState() & Frame.MAXIMIZED_BOTH) != 0;
  }

  private void note() {
    if (!maximized()) {
      normal = frame.getBounds();
    }
  }
}
