package org.tonearm.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonearm.api.host.HostException;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.TrackOutcome;

/**
 * M3U8 playlists of what was heard, one for each genre and mood. Nothing is written over: their
 * folder has to be new, or empty. Confined to the thread of the run.
 */
final class HeardPlaylists {
  private final Path folder;
  private final HeardLists lists;
  private int leftOut;

  private HeardPlaylists(Path folder, Set<TagField> by) {
    this.folder = folder;
    this.lists = new HeardLists(by);
  }

  /**
   * Makes the folder, and looks at it, before anything is heard.
   *
   * @throws HostException if it holds anything, is no folder, or can't be written to
   */
  static HeardPlaylists in(Path folder, Set<TagField> by) throws HostException {
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
        if (listing.iterator().hasNext()) {
          throw new HostException(
              "target-exists",
              folder + ": is not empty, and no playlist is ever written over.",
              "Name a new or an empty folder.");
        }
      }
      Files.delete(Files.createTempFile(folder, ".tonearm-", ".tmp")); // whether it may be done
    } catch (IOException e) {
      throw fault(folder, e);
    }
    return new HeardPlaylists(folder, by);
  }

  /** Puts a track where it belongs, by what would be written into empty tags. */
  void add(TrackOutcome outcome, HeardValues heard) {
    if (M3uPlaylist.holds(outcome.track().path())) {
      lists.add(outcome, heard);
    } else {
      leftOut++;
    }
  }

  /** Writes them, and says so. */
  String write() throws HostException {
    int written = 0;
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, List<HeardLists.Item>> list : lists.sorted().entrySet()) {
        M3uPlaylist playlist = new M3uPlaylist();
        list.getValue()
            .forEach(item -> playlist.add(new M3uPlaylist.Item(item.path(), item.seconds())));
        Files.write(
            folder.resolve(fileName(list.getKey())),
            playlist.text().getBytes(StandardCharsets.UTF_8),
            StandardOpenOption.CREATE_NEW);
        written++;
      }
    } catch (IOException e) {
      throw fault(folder, e);
    }
    return "Playlists written to "
        + Shown.path(folder)
        + ": "
        + written
        + (leftOut == 0
            ? ""
            : "\nTracks left out, since a playlist can't hold their names: " + leftOut);
  }

  /** Without what some system does not allow in a name. */
  private static String fileName(String name) {
    return name.replaceAll("[\\x00-\\x1f/\\\\:*?\"<>|]", "-") + ".m3u8";
  }

  private static HostException fault(Path folder, IOException e) {
    return new HostException(
        "target-io",
        folder + ": no playlists can be written there: " + e,
        "Name a new folder where you may write.",
        e);
  }
}
