package org.tonearm.tag.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files beside the journal. */
final class DiskFiles {
  private DiskFiles() {}

  /** The file with more at the end of its name. */
  static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /** The name itself if no file has it, else with {@code -2}, {@code -3} and so on at its end. */
  static Path unused(Path name) {
    Path free = name;
    for (int i = 2; Files.exists(free); i++) {
      free = beside(name, "-" + i);
    }
    return free;
  }

  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Only where folders can be opened, which on Windows they can't. */
  static void syncFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
