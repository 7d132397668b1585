package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The text of an M3U8 playlist. Confined to one thread. */
final class M3uPlaylist {
  private final List<Item> items = new ArrayList<>();

  /**
   * A track of it.
   *
   * @param path absolute
   * @param seconds 0 if the length is not known
   */
  record Item(Path path, long seconds) {
    String lines() {
      Path name = path.getFileName();
      return "#EXTINF:" + (seconds == 0 ? -1 : seconds) + "," + name + "\n" + path + "\n";
    }
  }

  /** Whether a playlist can hold a name: it is a line of text in UTF-8. */
  static boolean holds(Path path) {
    String text = path.toString();
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\uFFFD') < 0;
  }

  /** A playlist can name a file only by its full name, since it may lie anywhere. */
  static Path name(Path file) {
    return file.toAbsolutePath().normalize();
  }

  void add(Item item) {
    items.add(item);
  }

  /** All of it. */
  String text() {
    StringBuilder text = new StringBuilder("#EXTM3U\n");
    items.forEach(item -> text.append(item.lines()));
    return text.toString();
  }
}
