package org.tonearm.djxml.collection;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.tonearm.api.host.HostException;
import org.tonearm.djxml.xml.Splice;
import org.tonearm.djxml.xml.SplicedCopy;
import org.tonearm.listing.LibraryFault;
import org.tonearm.listing.NewName;
import org.tonearm.listing.SourceFault;

/** A file that appears when it is complete, and never in the place of another. */
final class NewFile {

  /** A last look at what was written, before it appears. */
  @FunctionalInterface
  interface Check {
    void look(Path written) throws HostException;
  }

  private final Path target;

  NewFile(Path target) {
    this.target = target.toAbsolutePath();
  }

  /**
   * Writes a copy.
   *
   * @param stamp of the source when the splices were made
   */
  void write(Path source, FileStamp stamp, List<Splice> splices, Charset charset, Check check)
      throws HostException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(null);
    }
    stamp.requireOf(source);
    Path copy =
        target.resolveSibling(
            ".tonearm-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tmp");
    try {
      SplicedCopy.write(source, copy, splices, charset);
      stamp.requireOf(source);
      check.look(copy);
      NewName.give(copy, target);
    } catch (SourceFault e) {
      stamp.requireOf(source);
      throw LibraryFault.of(source, e.getCause());
    } catch (FileAlreadyExistsException e) {
      throw exists(e);
    } catch (IOException e) {
      throw new HostException(
          "target-io",
          target + ": can't be written: " + e.getMessage(),
          "Name a file in a folder that exists, that you may write to and that has room.",
          e);
    } finally {
      try {
        Files.deleteIfExists(copy);
      } catch (IOException e) {
        // It hinders nobody, and the user can delete it.
      }
    }
  }

  private HostException exists(Exception cause) {
    return new HostException(
        "target-exists",
        target + ": is there already, and nothing is ever written over.",
        "Name a file that does not exist.",
        cause);
  }
}
