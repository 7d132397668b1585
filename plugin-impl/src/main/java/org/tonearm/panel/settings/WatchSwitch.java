package org.tonearm.panel.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.TonearmException;
import org.tonearm.watch.WatchStatus;

/** Switches the watch of folders on and off. The watch is a process of its own. Thread-safe. */
public interface WatchSwitch {

  /** What was asked for and is not done yet. */
  enum Pending {
    /** Nothing. */
    NOTHING,
    /** A watch was started, and has not told yet that it runs. */
    START,
    /** The watch was asked to end, and is at a file still. */
    END
  }

  /** How it is getting on; empty if none is running. */
  Optional<WatchStatus> running();

  /** What was asked for here and is not done yet. */
  default Pending pending() {
    return Pending.NOTHING;
  }

  /**
   * Starts one, which goes on after this program has ended.
   *
   * @param folders at least one
   * @throws TonearmException if it can't be started, or takes long to; see {@link #pending}
   */
  void start(List<Path> folders) throws TonearmException;

  /**
   * Asks it to end with the file that is being written.
   *
   * @throws TonearmException if it can't be asked, or takes long to end; see {@link #pending}
   */
  void stop() throws TonearmException;
}
