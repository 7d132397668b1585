package org.tonearm.panel;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.tonearm.api.host.HostException;

/** A file of the user's choice that appears when it is complete, and never in another's place. */
final class NewFile {
  private NewFile() {}

  /**
   * Saves it.
   *
   * @throws HostException {@code target-exists} if anything is there already; {@code target-io} if
   *     it can't be written, and nothing is there then
   */
  static void save(Path target, Session.Saving saving) throws HostException {
    Path file = target.toAbsolutePath();
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(file, null);
    }
    Path part =
        file.resolveSibling(
            ".tonearm-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tmp");
    try {
      saving.to(part);
      appear(part, file);
    } catch (FileAlreadyExistsException e) {
      throw exists(file, e);
    } catch (IOException e) {
      throw new HostException(
          "target-io",
          file + ": can't be written: " + e.getMessage(),
          "Name a file in a folder that exists, that you may write to and that has room.",
          e);
    } finally {
      discard(part);
    }
  }

  /** A link is made only where nothing is; a move looks first, which is the next best. */
  private static void appear(Path part, Path file) throws IOException {
    try {
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | IOException e) {
      Files.move(part, file);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // It hinders nobody, and what the caller must know is the first fault.
    }
  }

  private static HostException exists(Path file, IOException cause) {
    return new HostException(
        "target-exists", file + ": is there already.", "Name a file that is not there.", cause);
  }
}
