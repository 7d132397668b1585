package org.tonearm.watch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Linux's table of mounts: of each a line with device, folder and kind, parted by blanks. */
final class MountTable {
  private MountTable() {}

  /** The folders below one; none that lies in a hidden folder, and each once. */
  static List<Path> below(Path root, String table) {
    List<Path> folders = new ArrayList<>();
    for (String line : table.split("\n")) {
      String[] fields = line.split(" ");
      if (fields.length > 1) {
        try {
          Path folder = Path.of(plain(fields[1]));
          if (folder.startsWith(root) && !folder.equals(root) && !hidden(root, folder)) {
            folders.add(folder);
          }
        } catch (InvalidPathException e) {
          // Not a name that this program could open.
        }
      }
    }
    return folders.stream().distinct().toList();
  }

  private static boolean hidden(Path root, Path folder) {
    return StreamSupport.stream(root.relativize(folder).spliterator(), false)
        .anyMatch(WatchFilter::hidden);
  }

  /** Blanks and the like stand as three digits in base eight, each for a byte. */
  private static String plain(String field) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] given = field.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < given.length; i++) {
      if (given[i] == '\\' && i + 3 < given.length) {
        bytes.write(Integer.parseInt(field(given, i + 1), 8));
        i += 3;
      } else {
        bytes.write(given[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String field(byte[] given, int from) {
    return new String(given, from, 3, StandardCharsets.US_ASCII);
  }
}
