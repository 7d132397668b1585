package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether some program has a file open for writing, as Linux tells it in {@code /proc} for the
 * user's own processes. A download that stands still for a while is known by it: what its program
 * would write into the file after that would be lost with the file that the tagged one replaced. On
 * other systems nothing is known to be open. Used by one thread at a time.
 */
public final class OpenFiles implements Predicate<Path> {
  private static final long VALID = Duration.ofSeconds(1).toNanos();
  private static final int ACCESS_MODE = 3;

  private final Path processes;
  private Set<Path> open = Set.of();
  private long looked;
  private boolean known;

  /** Asks this system. */
  public OpenFiles() {
    this(Path.of("/proc"));
  }

  OpenFiles(Path processes) {
    this.processes = processes;
  }

  @Override
  public synchronized boolean test(Path file) {
    long now = System.nanoTime();
    if (!known || now - looked > VALID) {
      open = look();
      looked = System.nanoTime();
      known = true;
    }
    return !open.isEmpty() && open.contains(real(file));
  }

  private Set<Path> look() {
    Set<Path> files = new HashSet<>();
    for (Path process : listed(processes, "[0-9]*")) {
      for (Path descriptor : listed(process.resolve("fd"), "*")) {
        try {
          Path file = Files.readSymbolicLink(descriptor);
          // Links may lead out of the watched folders, so no folder is left out here.
          if (file.isAbsolute() && Files.isRegularFile(file) && writing(process, descriptor)) {
            files.add(file);
          }
        } catch (IOException | SecurityException e) {
          // Closed meanwhile, or another user's.
        }
      }
    }
    return files;
  }

  private static boolean writing(Path process, Path descriptor) throws IOException {
    return Files.readAllLines(process.resolve("fdinfo").resolve(descriptor.getFileName())).stream()
        .filter(line -> line.startsWith("flags:"))
        .anyMatch(line -> (Long.parseLong(line.substring(6).strip(), 8) & ACCESS_MODE) != 0);
  }

  private static List<Path> listed(Path folder, String glob) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      List<Path> all = new ArrayList<>();
      entries.forEach(all::add);
      return all;
    } catch (IOException | DirectoryIteratorException | SecurityException e) {
      return List.of();
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
