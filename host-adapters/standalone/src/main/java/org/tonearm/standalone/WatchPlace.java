package org.tonearm.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

  /** Whether its process lives, and is not another one that has its number now. */
  static boolean runs(WatchStatus status) {
    return status.doing() != WatchStatus.Doing.ENDED
        && ProcessHandle.of(status.pid())
            .filter(ProcessHandle::isAlive)
            .map(process -> process.info().startInstant().orElse(Instant.MIN))
            .filter(begun -> !begun.isAfter(status.since()))
            .isPresent();
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
          new Waiting(
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
