package org.tonearm.panel.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.TonearmException;
import org.tonearm.watch.WatchStatus;

/** Switches the watch of folders on and off. The watch is a process of its own. Thread-safe. */
public interface WatchSwitch {

  /** How it is getting on; empty if none is running. */
  Optional<WatchStatus> running();

  /**
   * Starts one, which goes on after this program has ended.
   *
   * @param folders at least one
   * @throws TonearmException if it can't be started
   */
  void start(List<Path> folders) throws TonearmException;

  /**
   * Asks it to end with the file that is being written.
   *
   * @throws TonearmException if it can't be asked
   */
  void stop() throws TonearmException;
}
