package org.tonearm.listing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives a complete file its name, never in the place of another. */
public final class NewName {
  private NewName() {}

  /**
   * Has a file appear under a name. A link is made only where nothing is; a move looks first, which
   * is the next best on drives without links, as those for DJ players are.
   *
   * @param copy in the same folder; may still be there afterwards
   * @throws FileAlreadyExistsException if there is something of that name
   * @throws IOException if it can't be done
   */
  public static void give(Path copy, Path name) throws IOException {
    try {
      Files.createLink(name, copy);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | IOException e) {
      Files.move(copy, name);
    }
  }
}
