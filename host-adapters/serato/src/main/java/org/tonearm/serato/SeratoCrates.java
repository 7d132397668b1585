package org.tonearm.serato;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tonearm.api.host.HostCrates;
import org.tonearm.api.host.HostException;

/**
 * New crates beside those that are there, each a file that appears when it is complete. No file
 * that is there is ever changed: where the name is taken, the new crate gets a number.
 */
final class SeratoCrates implements HostCrates {
  private static final String VERSION = "1.0/Serato ScratchLive Crate";

  /** Where the folder {@code _Serato_} lies. */
  @FunctionalInterface
  interface Place {
    Path find() throws HostException;
  }

  private final Place place;
  private final BooleanSupplier running;

  SeratoCrates(Place place, BooleanSupplier running) {
    this.place = place;
    this.running = running;
  }

  @Override
  public void check() throws HostException {
    SeratoLibrary.read(place.find());
    if (running.getAsBoolean()) {
      throw new HostException(
          "host-running",
          "Serato is running, and would not see new crates.",
          "Close Serato, and start again.");
    }
  }

  @Override
  public String fill(List<Crate> crates) throws HostException {
    check();
    Path folder = place.find();
    SeratoDrive drive = SeratoDrive.of(folder);
    Path subcrates = new SeratoFiles(folder).subcrates();
    List<Path> made = new ArrayList<>();
    List<String> told = new ArrayList<>();
    try {
      Files.createDirectories(subcrates);
      for (Crate crate : crates) {
        List<String> names =
            crate.files().stream().map(drive::name).flatMap(Optional::stream).distinct().toList();
        if (names.isEmpty()) {
          told.add("Crate '" + crate.name() + "': none of its tracks lies on this drive.");
          continue;
        }
        Path file = write(subcrates, crate.name(), content(names));
        made.add(file);
        int elsewhere = crate.files().size() - names.size();
        told.add(
            "New crate '"
                + file.getFileName()
                + "': "
                + names.size()
                + (names.size() == 1 ? " track" : " tracks")
                + (elsewhere == 0 ? "." : "; on other drives, so left out: " + elsewhere + "."));
      }
      return String.join("\n", told);
    } catch (IOException e) {
      for (Path file : made) {
        delete(file);
      }
      throw new HostException(
          "target-io",
          subcrates + ": crates can't be written there: " + e.getMessage(),
          "Make room, and give yourself the right to write.",
          e);
    }
  }

  private static byte[] content(List<String> names) {
    List<Chunk> chunks = new ArrayList<>();
    chunks.add(Chunk.text("vrsn", VERSION));
    names.forEach(name -> chunks.add(Chunk.of("otrk", List.of(Chunk.text("ptrk", name)))));
    return Chunk.bytes(chunks);
  }

  private static Path write(Path folder, String name, byte[] content) throws IOException {
    Path copy = Files.createTempFile(folder, ".tonearm-", ".tmp");
    try {
      Files.write(copy, content);
      try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      // No character that some system forbids, nor the sign by which Serato nests crates.
      String safe = name.replaceAll("[\\x00-\\x1f/\\\\:*?\"<>|]|%%", "-") + " (Tonearm)";
      for (int n = 1; ; n++) {
        Path target = folder.resolve(safe + (n == 1 ? "" : " " + n) + SeratoFiles.ENDING);
        if (Files.notExists(target) && appeared(copy, target)) {
          return target;
        }
      }
    } finally {
      delete(copy);
    }
  }

  /** A link is made only where nothing is; a move looks first, which is the next best. */
  private static boolean appeared(Path copy, Path target) throws IOException {
    try {
      Files.createLink(target, copy);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException | IOException e) {
      Files.move(copy, target); // drives for DJ players have file systems without links
      return true;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Serato passes over names that begin with a dot.
    }
  }
}
