package org.tonearm.api.panel;

import java.nio.file.Path;
import java.util.List;
import javax.swing.JComponent;
import org.tonearm.api.Stability;

/**
 * The configuration panel, to be put into a host's own window. Every method is called on the event
 * thread. What takes time is done elsewhere, so none of them waits.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public interface EmbeddablePanel extends AutoCloseable {

  /** The panel itself, always the same; the host puts it into one place and disposes of that. */
  JComponent component();

  /**
   * Lists files and folders as places to listen to. Nothing is heard before the user asks for it.
   *
   * @param places may hold some that are listed already; those are passed over
   */
  void add(List<Path> places);

  /** Asks running work to end after the file that it is at, and lets go of the threads. */
  @Override
  void close();
}
