package org.tonearm.pyplugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostListing;
import org.tonearm.api.host.HostPlaylist;

/**
 * A library of which no more is known than its files. Immutable, thread-safe.
 *
 * @param entries one a file, without values
 */
public record PathListing(List<HostEntry> entries) implements HostListing {
  /** Copies the list. */
  public PathListing {
    entries = List.copyOf(entries);
  }

  /** The listing of files, in their order. */
  public static PathListing of(List<Path> files) {
    List<HostEntry> entries = new ArrayList<>();
    for (Path file : files) {
      entries.add(new HostEntry(entries.size(), file.toString(), Optional.of(file), Map.of()));
    }
    return new PathListing(entries);
  }

  @Override
  public List<HostPlaylist> playlists() {
    return List.of();
  }
}
