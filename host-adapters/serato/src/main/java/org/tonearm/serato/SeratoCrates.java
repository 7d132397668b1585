package org.tonearm.serato;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.tonearm.api.host.HostCrates;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.listing.Locations;
import org.tonearm.listing.NewName;

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
    Path folder = place.find();
    SeratoLibrary.read(folder);
    if (running.getAsBoolean()) {
      throw new HostException(
          "host-running",
          "Serato is running, and would not see new crates.",
          "Close Serato, and start again.");
    }
    Path subcrates = new SeratoFiles(folder).subcrates();
    Path trial = unfinished(Files.exists(subcrates) ? subcrates : folder);
    try {
      Files.write(trial, new byte[1], StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(subcrates, e);
    } finally {
      delete(trial);
    }
  }

  @Override
  public String fill(List<Crate> crates) throws HostException {
    check();
    Path folder = place.find();
    Map<Path, String> known = known(folder);
    Path subcrates = new SeratoFiles(folder).subcrates();
    List<Path> made = new ArrayList<>();
    List<String> told = new ArrayList<>();
    try {
      Files.createDirectories(subcrates);
      for (Crate crate : crates) {
        List<String> names =
            crate.files().stream()
                .map(file -> known.get(Locations.real(file)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (names.isEmpty()) {
          told.add(
              "Crate '" + crate.name() + "': none of its tracks is in the library of this drive.");
          continue;
        }
        Path file = write(subcrates, crate.name(), content(names));
        made.add(file);
        int unknown = crate.files().size() - names.size();
        told.add(
            "New crate '"
                + file.getFileName()
                + "': "
                + names.size()
                + (names.size() == 1 ? " track" : " tracks")
                + (unknown == 0 ? "." : "; not in the library, so left out: " + unknown + "."));
      }
      return String.join("\n", told);
    } catch (IOException e) {
      for (Path file : made) {
        delete(file);
      }
      throw unwritable(subcrates, e);
    }
  }

  /** What Serato calls the files that it knows; what its database says goes before crates. */
  private static Map<Path, String> known(Path folder) throws HostException {
    Map<Path, String> names = new HashMap<>();
    for (HostEntry entry : SeratoLibrary.read(folder).entries()) {
      entry.file().ifPresent(file -> names.putIfAbsent(Locations.real(file), entry.location()));
    }
    return names;
  }

  private static HostException unwritable(Path subcrates, IOException e) {
    return new HostException(
        "target-io",
        subcrates + ": crates can't be written there: " + e.getMessage(),
        "Make room, and give yourself the right to write.",
        e);
  }

  private static byte[] content(List<String> names) {
    List<Chunk> chunks = new ArrayList<>();
    chunks.add(Chunk.text("vrsn", VERSION));
    names.forEach(name -> chunks.add(Chunk.of("otrk", List.of(Chunk.text("ptrk", name)))));
    return Chunk.bytes(chunks);
  }

  /** A name that nothing has. A temporary file of Java's would be its owner's alone. */
  private static Path unfinished(Path folder) {
    return folder.resolve(".tonearm-" + UUID.randomUUID() + ".tmp");
  }

  private static Path write(Path folder, String name, byte[] content) throws IOException {
    Path copy = unfinished(folder);
    try {
      Files.write(copy, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      String safe = CrateName.of(name) + " (Tonearm)";
      for (int n = 1; ; n++) {
        Path target = folder.resolve(safe + (n == 1 ? "" : " " + n) + SeratoFiles.ENDING);
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) && appeared(copy, target)) {
          return target;
        }
      }
    } finally {
      delete(copy);
    }
  }

  private static boolean appeared(Path copy, Path target) throws IOException {
    try {
      NewName.give(copy, target);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
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
