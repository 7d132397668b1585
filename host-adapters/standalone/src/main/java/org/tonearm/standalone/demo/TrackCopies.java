package org.tonearm.standalone.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Copies of tracks in one folder. */
final class TrackCopies {
  private static final Set<String> ENDINGS =
      Set.of("mp3", "flac", "ogg", "oga", "opus", "m4a", "wav", "aif", "aiff");

  private final Path folder;

  TrackCopies(Path folder) {
    this.folder = folder;
  }

  List<DemoTrack> copy(Path from, int max) throws IOException {
    List<Path> found = find(from);
    int count = Math.min(max, found.size());
    List<DemoTrack> copies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path original = found.get((int) ((long) i * found.size() / count));
      Path copy = place(original.getFileName());
      Files.copy(original, copy);
      String name = original.getFileName().toString();
      copies.add(new DemoTrack(copy, name, "", ending(original)));
    }
    return List.copyOf(copies);
  }

  /** Two albums may both have a "01.mp3"; names are kept, so the second gets a folder. */
  private Path place(Path name) throws IOException {
    Path place = folder.resolve(name);
    for (int number = 2; Files.exists(place); number++) {
      Path sub = folder.resolve(Integer.toString(number));
      Files.createDirectories(sub);
      place = sub.resolve(name);
    }
    return place;
  }

  private List<Path> find(Path from) throws IOException {
    List<Path> found = new ArrayList<>();
    Path own = folder.toRealPath();
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            return dir.toRealPath().equals(own)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                && Files.isReadable(file)
                && ENDINGS.contains(ending(file))) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(from)) {
              throw e;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(found);
    return found;
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
