package org.tonearm.listing;

import java.util.List;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlaylist;

/**
 * A library as it was read.
 *
 * @param version of its form
 * @param entries its tracks, numbered from 0
 * @param playlists with numbers of entries
 * @param passedOver faults of parts that could not be read
 */
public record ReadLibrary(
    String version,
    List<HostEntry> entries,
    List<HostPlaylist> playlists,
    List<HostException> passedOver)
    implements VersionedListing {
  /** Copies the lists. */
  public ReadLibrary {
    entries = List.copyOf(entries);
    playlists = List.copyOf(playlists);
    passedOver = List.copyOf(passedOver);
  }

  /** One that was read in full. */
  public ReadLibrary(String version, List<HostEntry> entries, List<HostPlaylist> playlists) {
    this(version, entries, playlists, List.of());
  }
}
