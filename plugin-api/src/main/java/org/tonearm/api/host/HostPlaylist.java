package org.tonearm.api.host;

import java.util.List;
import org.tonearm.api.Stability;

/**
 * A playlist or crate of a host.
 *
 * @param folders names of the folders it lies in, outermost first
 * @param name its own name
 * @param entries numbers of its entries in the collection ({@link HostEntry#number()}), in the
 *     playlist's order; an entry may come several times
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record HostPlaylist(List<String> folders, String name, List<Integer> entries) {
  /** Copies the lists. */
  public HostPlaylist {
    folders = List.copyOf(folders);
    entries = List.copyOf(entries);
  }
}
