package org.tonearm.model.dataset.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.api.ConfigurationException;

/**
 * The page {@code dataset info.html} of the MIREX-like data set: a table of title, artist, album,
 * track, year, genre and file name, as a tag editor wrote it.
 */
final class MirexLikeOverview {
  /** What the page tells of a clip; either may be empty. */
  record Song(String artist, String title) {}

  private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);
  private static final int CELLS = 7;

  private MirexLikeOverview() {}

  /** The songs by the names of their files without ending; none where there is no page. */
  static Map<String, Song> beside(Path folder) throws ConfigurationException {
    Path page = folder.resolve("dataset info.html");
    Map<String, Song> songs = new HashMap<>();
    if (Files.exists(page)) {
      Matcher row = ROW.matcher(ListFile.read(page).text());
      while (row.find()) {
        List<String> cells = cells(row.group(1));
        if (cells.size() == CELLS) {
          String name = cells.get(CELLS - 1).replaceFirst("\\.\\w+$", "");
          songs.put(name, new Song(cells.get(1), cells.get(0)));
        }
      }
    }
    return songs;
  }

  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    Matcher cell = CELL.matcher(row);
    while (cell.find()) {
      cells.add(unescape(cell.group(1)).trim());
    }
    return cells;
  }

  private static String unescape(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
