package org.tonearm.panel.view;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;

/**
 * Keeps a program's look as its user wishes, and in step with the desktop where that is the wish.
 * Made and asked on the event thread.
 */
public final class ThemeKeeper implements AutoCloseable {
  private static final long POLL_SECONDS = 5;

  private final ScheduledExecutorService thread;
  private final ScheduledFuture<?> following;
  private volatile Theme theme;

  /** Sets the look, and begins to watch the desktop. */
  public ThemeKeeper(Theme theme) {
    this.theme = theme;
    Appearance.set(theme);
    thread =
        Executors.newSingleThreadScheduledExecutor(
            runnable -> {
              Thread made = new Thread(runnable, "tonearm-theme");
              made.setDaemon(true);
              return made;
            });
    following =
        thread.scheduleWithFixedDelay(this::follow, POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
  }

  /** The wish. */
  public Theme theme() {
    return theme;
  }

  /** Another wish. */
  public void wish(Theme wished) {
    theme = wished;
    Appearance.set(wished);
  }

  @Override
  public void close() {
    following.cancel(false);
    thread.shutdown();
  }

  private void follow() {
    if (theme == Theme.SYSTEM) {
      boolean dark = Appearance.dark(Theme.SYSTEM);
      SwingUtilities.invokeLater(
          () -> {
            if (theme == Theme.SYSTEM) {
              Appearance.set(dark);
            }
          });
    }
  }
}
