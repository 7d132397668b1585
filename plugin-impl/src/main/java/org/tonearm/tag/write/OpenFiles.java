package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether some program has a file open for writing, as Linux tells it in {@code /proc} for the
 * user's own processes. A download that stands still for a while is known by it: what its program
 * would write into the file after that would be lost with the file that the tagged one replaced. A
 * program in a container may know the file by another path; its name is the same. On other systems
 * nothing is known to be open. All programs are looked at once a second at most, and for a
 * twentieth of the time at most, so who opened a file since is overlooked; who closed it is not
 * held against it. Thread-safe.
 */
public final class OpenFiles implements Predicate<Path> {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** Looking takes this part of the time at most. */
  private static final int SHARE = 20;

  private static final int ACCESS_MODE = 3;

  /** Of {@code O_SYNC} and {@code O_DSYNC}: an {@link OriginalLock} has the latter alone. */
  private static final long SYNC = 0x101000;

  private static final long DSYNC = 0x1000;

  private final Path processes;
  private final Optional<String> own;
  private Map<Path, List<Path>> open = Map.of(); // Descriptors, by the file's name.
  private long looked;
  private long pause;
  private boolean known;

  /** Asks this system, of all processes. */
  public OpenFiles() {
    this(Path.of("/proc"), Optional.empty());
  }

  private OpenFiles(Path processes, Optional<String> own) {
    this.processes = processes;
    this.own = own;
  }

  /** Asks this system, of all processes but this one. */
  static OpenFiles ofOthers() {
    return new OpenFiles(
        Path.of("/proc"), Optional.of(Long.toString(ProcessHandle.current().pid())));
  }

  @Override
  public synchronized boolean test(Path file) {
    if (!known || System.nanoTime() - looked > pause) {
      look();
    }
    if (open.isEmpty()) {
      return false;
    }
    Path real = real(file);
    return open.getOrDefault(real.getFileName(), List.of()).stream().anyMatch(d -> writes(d, real));
  }

  private void look() {
    long begun = System.nanoTime();
    Map<Path, List<Path>> files = new HashMap<>();
    for (Path process : listed(processes, "[0-9]*")) {
      if (own.filter(process::endsWith).isEmpty()) {
        for (Path descriptor : listed(process.resolve("fd"), "*")) {
          target(descriptor)
              .filter(file -> file.isAbsolute() && !file.startsWith("/dev"))
              .map(Path::getFileName)
              .ifPresent(
                  name -> files.computeIfAbsent(name, f -> new ArrayList<>()).add(descriptor));
        }
      }
    }
    open = files;
    looked = System.nanoTime();
    pause = Math.max(SECOND, SHARE * (looked - begun));
    known = true;
  }

  private static boolean writes(Path descriptor, Path file) {
    try {
      return writing(descriptor)
          && (target(descriptor).filter(file::equals).isPresent()
              || Files.isSameFile(descriptor, file));
    } catch (IOException | SecurityException e) {
      return false; // Closed meanwhile.
    }
  }

  /** Files themselves, on slow drives perhaps, are not asked but for those of the same name. */
  private static Optional<Path> target(Path descriptor) {
    try {
      return Optional.of(Files.readSymbolicLink(descriptor));
    } catch (IOException | SecurityException e) {
      return Optional.empty(); // Closed meanwhile, or another user's.
    }
  }

  private static boolean writing(Path descriptor) throws IOException {
    Path told = descriptor.getParent().resolveSibling("fdinfo").resolve(descriptor.getFileName());
    return Files.readAllLines(told).stream()
        .filter(line -> line.startsWith("flags:"))
        .mapToLong(line -> Long.parseLong(line.substring(6).strip(), 8))
        .anyMatch(flags -> (flags & ACCESS_MODE) != 0 && (flags & SYNC) != DSYNC);
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
