package org.tonearm.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.composition.DataFolder;
import org.tonearm.run.lock.RunLock;
import org.tonearm.run.lock.Waiting;
import org.tonearm.watch.WatchStatus;

/**
 * Where a watch keeps its log and its status: a folder of its own in the data folder.
 *
 * @param folder the folder
 */
record WatchPlace(Path folder) {

  static WatchPlace of(DataFolder data) {
    return new WatchPlace(data.root().resolve("watch"));
  }

  Path log() {
    return folder.resolve("watch.log");
  }

  Path status() {
    return folder.resolve("status.json");
  }

  /**
   * Whether the watch that told this still runs. Its lock knows, whatever was done to the clock or
   * whoever has its process's number now; without locks the number has to do.
   */
  boolean runs(WatchStatus status) {
    if (status.doing() == WatchStatus.Doing.ENDED) {
      return false;
    }
    try {
      return RunLock.holder(folder).equals(OptionalLong.of(status.pid()));
    } catch (IOException e) {
      return ProcessHandle.of(status.pid()).map(ProcessHandle::isAlive).orElse(false);
    }
  }

  /**
   * Makes the folder and takes it; held until the process ends or it is closed.
   *
   * @throws ConfigurationException {@code watch-busy} if another process watches
   */
  RunLock take(Workplace workplace) throws TonearmException, InterruptedException {
    try {
      Files.createDirectories(folder);
      return RunLock.take(
          folder,
          workplace.commandLine(),
          Waiting.telling(
              false,
              sentence -> workplace.terminal().err().println(Shown.text(sentence)),
              workplace.cancellation()::requested));
    } catch (IOException e) {
      throw new ConfigurationException(
          "watch-io",
          folder + " can't be made: " + e.getMessage(),
          "Make the data folder writable, or name another one by TONEARM_HOME.",
          e);
    } catch (ConfigurationException e) {
      if (!e.code().equals("run-busy")) {
        throw e;
      }
      throw new ConfigurationException(
          "watch-busy",
          "Another 'tonearm watch' is running already on this data folder.",
          "One can watch several folders: stop it and name them all. 'tonearm watch --status' tells"
              + " of it.",
          e);
    }
  }
}
