package org.tonearm.serato;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.tonearm.api.host.HostException;
import org.tonearm.listing.Folder;

/**
 * The files in a folder {@code _Serato_}.
 *
 * @param folder that folder
 */
record SeratoFiles(Path folder) {
  static final String ENDING = ".crate";
  private static final String DATABASE = "database V2";
  private static final String SUBCRATES = "Subcrates";

  private static final long LARGEST = 512L * 1024 * 1024;

  /** One file's pieces. */
  record Content(Path file, List<Chunk> chunks) {}

  Path database() {
    return folder.resolve(DATABASE);
  }

  Path subcrates() {
    return folder.resolve(SUBCRATES);
  }

  /** Whether Serato has put anything here. */
  boolean any() {
    return Files.isRegularFile(database()) || Files.isDirectory(subcrates());
  }

  /** The crates, in the order of their names; none if there is no folder of them. */
  List<Path> crates() throws HostException {
    try {
      // Names that begin with a dot are the system's own, or ours while they are written.
      return Folder.entries(subcrates(), "*" + ENDING).stream()
          .filter(Files::isRegularFile)
          .filter(crate -> !crate.getFileName().toString().startsWith("."))
          .toList();
    } catch (IOException e) {
      throw unreadable(subcrates(), e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws HostException {@code library-missing}, {@code library-unreadable}, {@code
   *     other-library}, {@code library-malformed}
   */
  static Content read(Path file) throws HostException {
    byte[] bytes;
    try {
      if (Files.size(file) > LARGEST) {
        throw new HostException(
            "library-malformed",
            file + ": is larger than 512 MiB, as no file of Serato's is.",
            "Have Serato rebuild it, or take back the copy in _Serato_Backup.");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new HostException(
          "library-missing", file + ": no such file.", "Check that the drive is connected.", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    try {
      List<Chunk> chunks = Chunk.read(bytes);
      if (chunks.isEmpty() || !chunks.get(0).name().equals("vrsn")) {
        throw new HostException(
            "other-library",
            file + ": does not begin with a version, as Serato's files do.",
            "Name Serato's folder _Serato_.");
      }
      return new Content(file, chunks);
    } catch (Chunk.BrokenException e) {
      throw malformed(file, e);
    }
  }

  static HostException malformed(Path file, Chunk.BrokenException e) {
    return new HostException(
        "library-malformed",
        file + ": is broken or cut short: " + e.getMessage() + ".",
        "Have Serato rebuild it, or take back the copy in _Serato_Backup.",
        e);
  }

  private static HostException unreadable(Path file, IOException e) {
    return new HostException(
        "library-unreadable",
        file + ": can't be read: " + e.getMessage(),
        "Give yourself the right to read it, and check its drive.",
        e);
  }
}
