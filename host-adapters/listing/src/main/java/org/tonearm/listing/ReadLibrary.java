package org.tonearm.listing;

import java.util.List;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostPlaylist;

/**
 * A library as it was read.
 *
 * @param version of its form
 * @param entries its tracks, numbered from 0
 * @param playlists with numbers of entries
 */
public record ReadLibrary(String version, List<HostEntry> entries, List<HostPlaylist> playlists)
    implements VersionedListing {
  /** Copies the lists. */
  public ReadLibrary {
    entries = List.copyOf(entries);
    playlists = List.copyOf(playlists);
  }
}
