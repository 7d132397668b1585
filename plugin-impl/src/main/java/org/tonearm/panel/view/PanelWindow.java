package org.tonearm.panel.view;

import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.tonearm.panel.Texts;

/** The panel in a window of its own. On the event thread. */
public final class PanelWindow {
  private final JFrame frame;

  /**
   * @param closed called when the user closes the window; work that is going on was asked to end
   */
  public PanelWindow(PanelView view, Texts texts, Runnable closed) {
    frame = new JFrame(texts.get("window.title"));
    frame.setName("window");
    frame.setContentPane(view.component());
    frame.setSize(new Dimension(1180, 800));
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
  }

  /** Shows it. */
  public void open() {
    frame.setVisible(true);
  }

  /** Closes it, as the user does. */
  public void close() {
    frame.dispose();
  }
}
