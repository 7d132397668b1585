package org.tonearm.model.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.ConfigurationException;

/** Looks after the names by which every table and record tells clips apart. */
public final class ClipIds {
  private ClipIds() {}

  /**
   * Gives the clips back.
   *
   * @throws ConfigurationException if two files have one id
   */
  public static List<Clip> distinct(List<Clip> clips) throws ConfigurationException {
    Map<String, Path> known = new HashMap<>();
    for (Clip clip : clips) {
      Path other = known.putIfAbsent(clip.id(), clip.path());
      if (other != null && !same(other, clip.path())) {
        throw new ConfigurationException(
            "manifest",
            "two files are both called " + clip.id() + ": " + other + " and " + clip.path(),
            "Write their folders into the column path too, as seen from the folder above the"
                + " manifest, or give the data sets one at a time.");
      }
    }
    return clips;
  }

  private static boolean same(Path one, Path other) {
    try {
      return one.equals(other) || Files.isSameFile(one, other);
    } catch (IOException e) {
      return false; // one that can't be looked at is not known to be the other
    }
  }
}
