package org.tonearm.djxml.collection;

import java.util.List;
import org.tonearm.api.host.HostPlaylist;

/**
 * What was read of a collection.
 *
 * @param version of the program or form, as the file says; "" if it doesn't
 * @param entries its tracks
 * @param playlists its playlists, with places in the list of entries
 */
public record CollectionContent(
    String version, List<ReadEntry> entries, List<HostPlaylist> playlists) {
  /** Copies the lists. */
  public CollectionContent {
    entries = List.copyOf(entries);
    playlists = List.copyOf(playlists);
  }
}
